import { addSheet } from '../../browser/style-sheets.js'
import { pickText } from './pick-text.js'
import css from './status.css'

interface Drawn {
  readonly text: { readonly [tag: string]: string }
  readonly close: { readonly [tag: string]: string }
  readonly language: string
  /** Whether the signal refuses anything now: what the site's own elements say. */
  readonly isHonoured: boolean
  /** Whether the line of ours is shown where the site has no element. */
  readonly isShown: boolean
}

interface Status {
  draw(drawn: Drawn): void
  remove(): void
}

/**
 * The words in the page: in the site's own elements with `data-consent-notice`, else in a line of ours that the
 * visitor can close. California asks for them (11 CCR section 7025(c)(6), from 1 January 2026).
 */
export function createStatus(): Status {
  let host: HTMLElement | undefined
  let isClosed = false

  function create(): HTMLElement {
    const made = document.createElement('div')
    const root = made.attachShadow({ mode: 'open' })
    const section = document.createElement('section')
    const words = document.createElement('p')
    const button = document.createElement('button')
    section.setAttribute('aria-label', 'Global Privacy Control')
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
    made.dataset.surface = 'gpc-status'
    document.body.append(made)
    return made
  }
  function remove(): void {
    host?.remove()
    host = undefined
  }
  return {
    draw({ text, close, language, isHonoured, isShown }) {
      const [tag, words] = pickText(text, language)
      const own = document.querySelectorAll<HTMLElement>('[data-consent-notice]')
      for (const place of own) {
        place.textContent = isHonoured ? words : ''
        if (isHonoured) place.lang = tag
      }
      if (!isShown || own[0] || isClosed) {
        remove()
        return
      }
      host ??= create()
      const section = host.shadowRoot?.firstElementChild as HTMLElement
      const [paragraph, button] = section.children
      section.lang = tag
      section.dir = /^(ar|he)/.test(tag) ? 'rtl' : 'ltr'
      ;(paragraph as HTMLElement).textContent = words
      ;(button as HTMLElement).setAttribute('aria-label', pickText(close, language)[1])
    },
    remove,
  }
}
