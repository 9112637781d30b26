import { isWidget } from '../../model/gated-elements.js'
import type { Placeholders, Scene } from '../surface-context.js'
import { standBeside } from './beside.js'
import { describeHeld } from './describe-held.js'
import { isBlankFrame } from './frame-document.js'
import { standInFrame } from './in-frame.js'
import { standInside } from './inside.js'
import { namesFor } from './names-for.js'
import type { Standing } from './stand.js'
import { createSurface } from './surface.js'
import { partsOf } from './widget-parts.js'

/** Placeholders of all that is held. What is held keeps its place and size. */
export default function createPlaceholders(scene: Scene): Placeholders {
  const { host, strings, context, shared } = scene
  const { consent, options, release } = context
  const shown = new Map<() => void, Standing>()

  function hold(element: HTMLElement): () => void {
    const names = namesFor(element.dataset, options)
    if (!names[0]) return () => {}

    const parts = () => (isWidget(element) ? partsOf(element) : [element])
    const stand = isWidget(element) ? standInside : isBlankFrame(element) ? standInFrame : standBeside
    const standing = stand({
      element,
      create: (document) =>
        createSurface({
          document,
          theme: options.banner.theme ?? 'auto',
          actions: {
            'show-once': () => {
              for (const part of new Set([element, ...parts()])) release(part)
            },
            allow: () => consent.save(Object.fromEntries(names.map((name) => [name, true])), 'placeholder'),
          },
          shared,
        }),
      shared,
      content: () => describeHeld(scene, { element, names, canShowOnce: !!parts()[0] }),
      language() {
        host.speak(strings.language())
        const { lang, dir } = host.root.host as HTMLElement
        return { lang, dir }
      },
    })
    const end = (): void => {
      if (shown.delete(end)) standing.end()
    }
    shown.set(end, standing)
    return end
  }

  const render = (): void => {
    for (const { draw } of shown.values()) draw()
  }
  // Colours of the page reach into no frame: a page that turns dark tells it by its outermost elements.
  const recoloured = new MutationObserver(render)
  for (const it of [document.documentElement, document.body])
    if (it) recoloured.observe(it, { attributeFilter: ['class', 'style', 'data-theme'] })

  return {
    hold,
    render,
    close() {
      recoloured.disconnect()
      for (const end of shown.keys()) end()
    },
  }
}
