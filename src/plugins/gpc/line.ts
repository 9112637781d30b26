import { addSheet } from '../../browser/style-sheets.js'
import css from './line.css'
import { pickText } from './pick-text.js'
import { close } from './texts.js'

interface LineOptions {
  /** Value of `data-surface` on the element in the page. */
  readonly surface: string
  /** Name of the region. */
  readonly label: string
  /** Whether the settings button of the view stands in the corner: the line stands over it then. */
  readonly isRaised: boolean
}

interface Said {
  readonly words: string
  /** Language of the words. */
  readonly tag: string
  /** Language asked for: the close button speaks it. */
  readonly language: string
}

/** A line at the edge of the page. */
export interface Line {
  /** Shows the words, or other words. Does nothing once the visitor has closed the line. */
  say(said: Said): void
  remove(): void
}

/** Time between the live region and its words, in ms: screen readers announce changes of regions that they know. */
const PAUSE = 100

/** One sentence at the edge of the page, announced (WCAG 4.1.3), until the visitor closes it. It takes no focus. */
export function createLine({ surface, label, isRaised }: LineOptions): Line {
  let host: HTMLElement | undefined
  let isClosed = false

  function create(): HTMLElement {
    const made = document.createElement('div')
    const root = made.attachShadow({ mode: 'open' })
    const section = document.createElement('section')
    const words = document.createElement('p')
    const button = document.createElement('button')
    section.setAttribute('aria-label', label)
    section.toggleAttribute('data-raised', isRaised)
    words.setAttribute('role', 'status')
    button.type = 'button'
    button.textContent = '×'
    button.addEventListener('click', () => {
      isClosed = true
      remove()
    })
    section.append(words, button)
    root.append(section)
    addSheet(root, css)
    made.dataset.surface = surface
    document.body.append(made)
    return made
  }
  function remove(): void {
    host?.remove()
    host = undefined
  }
  return {
    say({ words, tag, language }) {
      if (isClosed) return
      const isNew = !host
      host ??= create()
      const section = host.shadowRoot?.firstElementChild as HTMLElement
      const [paragraph, button] = section.children as HTMLCollectionOf<HTMLElement>
      section.lang = tag
      section.dir = /^(ar|he)/.test(tag) ? 'rtl' : 'ltr'
      button?.setAttribute('aria-label', pickText(close, language)[1])
      const write = () => {
        if (paragraph) paragraph.textContent = words
      }
      if (isNew) setTimeout(write, PAUSE)
      else write()
    },
    remove,
  }
}
