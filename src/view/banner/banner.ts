import { element } from '../../browser/markup.js'
import { toDom } from '../../browser/to-dom.js'
import { localise } from '../../text/language.js'
import { changes } from '../parts/changes.js'
import { choices } from '../parts/choices.js'
import { prose } from '../parts/prose.js'
import { guardPresses } from '../parts/ready.js'
import { raise } from '../parts/show-in-top-layer.js'
import type { Scene, SurfaceView } from '../surface-context.js'
import { keepClear } from './keep-focus-visible.js'

/** The first-visit surface: a labelled region, never modal, that takes neither focus nor space. */
export function createBanner({ host, strings, context, parts }: Scene): SurfaceView {
  const { options, locale } = context
  const {
    layout = 'bar',
    position = layout === 'box' ? 'bottom-start' : 'bottom',
    width = '',
  } = options.banner
  const slot = document.createElement('div')
  const sides = new Set(position.split('-'))
  let release: (() => void) | undefined
  let unguard: (() => void) | undefined

  const render = (): void => {
    const texts = strings.over()
    const labels: { readonly [key: string]: string } = texts
    const purposes = Object.entries(options.categories)
      .filter(([, { required }]) => !required)
      .map(([name, { label = labels[name] ?? name }]) => localise(label, locale()))
    toDom(slot, [
      element(
        'section',
        {
          class: `surface banner ${layout} ${width} ${[...sides].join(' ')}`,
          part: 'banner',
          popover: 'manual',
          'data-surface': 'banner',
          'aria-labelledby': 'banner-title',
        },
        parts.extras?.logo(),
        element(
          'div',
          // Where space is short the words scroll: by keyboard too, with or without a link in them.
          { class: 'words', tabindex: options.policy.url ? undefined : '0' },
          element('h2', { id: 'banner-title', part: 'title' }, texts.title),
          prose({ text: texts.text, texts, options, purposes: purposes.join(', ') }),
          changes(texts, context),
          ...(context.notices?.() ?? []).map(({ text }) =>
            element('p', { part: 'notice' }, localise(text, locale())),
          ),
        ),
        choices({
          texts,
          action: 'preferences',
          label: texts.openPreferences,
          order: options.banner.order,
        }),
        parts.extras?.buttons(),
      ),
    ])
  }
  /** To the other side of the screen and back. */
  const flip = (): void => {
    if (!sides.delete('top')) sides.add('top')
    render()
  }

  return {
    render,
    show() {
      if (!slot.isConnected) host.root.prepend(slot)
      const section = slot.firstElementChild as HTMLElement
      raise(section)
      release ??= keepClear(section, flip)
      unguard ??= guardPresses(section)
    },
    close() {
      release?.()
      release = undefined
      unguard?.()
      unguard = undefined
      slot.remove()
      slot.replaceChildren()
    },
  }
}
