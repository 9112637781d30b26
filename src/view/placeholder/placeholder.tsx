import { render } from 'preact'
import { addSheet } from '../../browser/style-sheets.js'
import type { Settings } from '../../model/settings.js'
import { bannerTexts } from '../../text/english/banner.js'
import { placeholderTexts } from '../../text/english/placeholder.js'
import { fill } from '../../text/fill.js'
import { localise } from '../../text/language.js'
import { focus } from '../parts/focus.js'
import type { Placeholders, Scene } from '../surface-context.js'
import { layOver } from './overlay.js'
import css from './placeholder.css'

/**
 * The names that have to be granted for a tag, or none where granting would not do
 * (`!a`). A service without a switch of its own is decided with its category.
 */
function namesFor({ category = '', service }: DOMStringMap, { categories }: Settings): string[] {
  if (category.includes('!')) return []
  const terms = category
    .trim()
    .replace(/\s*\|\s*/g, '|')
    .split(/\s+/)
  return terms.map((term) => {
    const [name = ''] = term.split('|')
    return service && categories[name]?.services[service]?.switch ? `${name}.${service}` : name
  })
}

export default function createPlaceholders({ host: view, strings, context }: Scene): Placeholders {
  const { consent, options, locale, release } = context
  /** How to draw each anew, by what takes it away. */
  const shown = new Map<() => void, () => void>()

  /** The element keeps its place and size; the placeholder lies over it and takes none. */
  function hold(element: HTMLElement): () => void {
    const names = namesFor(element.dataset, options)
    const categories = names.map((name) => name.split('.')[0] as string)
    if (!names.length || categories.some((name) => !options.categories[name])) return () => {}

    const host = document.createElement('div')
    const root = host.attachShadow({ mode: 'open' })
    const { style, dataset } = host
    const wasInert = element.inert
    dataset.nosnippet = ''
    dataset.theme = options.banner.theme ?? 'auto'
    dataset.surface = 'placeholder'
    style.all = 'initial'
    style.position = 'absolute'
    style.overflow = 'clip'
    addSheet(root, css)

    const source = (): string => {
      const { title, dataset } = element
      const { services } = options.categories[categories[0] as string] ?? {}
      const label = services?.[dataset.service ?? '']?.label
      const inner = element.querySelector<HTMLElement>('[data-src]')
      // A link never throws, knows the page's base, and without an address leads to the page itself.
      const link = document.createElement('a')
      link.href = dataset.src ?? dataset.data ?? inner?.dataset.src ?? ''
      return title || (label && localise(label, locale())) || link.host || location.host
    }

    const draw = (): void => {
      const texts = strings.over({ ...bannerTexts, ...placeholderTexts })
      const labels: { readonly [key: string]: string } = texts
      const purposes = categories.map((name) =>
        localise(options.categories[name]?.label ?? labels[name] ?? name, locale()),
      )
      const held = fill(texts.held, { source: source(), purposes: purposes.join(', ') })
      view.speak(strings.language())
      const { lang, dir } = view.root.host as HTMLElement
      Object.assign(host, { lang, dir })
      render(
        <fieldset class="placeholder" part="placeholder" aria-label={source()}>
          <div class="inner">
            <p>{held}</p>
            <div class="buttons">
              <button type="button" onClick={() => release(element)}>
                {texts.showOnce}
              </button>
              <button
                type="button"
                onClick={() =>
                  consent.save(Object.fromEntries(names.map((name) => [name, true])), 'placeholder')
                }
              >
                {texts.allow}
              </button>
            </div>
          </div>
        </fieldset>,
        root,
      )
    }

    element.inert = true
    draw()
    const letGo = layOver(host, element)
    const end = (): void => {
      const hadFocus = document.activeElement === host
      shown.delete(end)
      letGo()
      element.inert = wasInert
      host.remove()
      if (hadFocus) focus(element)
    }
    shown.set(end, draw)
    return end
  }

  return {
    hold,
    render() {
      for (const draw of shown.values()) draw()
    },
    close() {
      for (const end of shown.keys()) end()
    },
  }
}
