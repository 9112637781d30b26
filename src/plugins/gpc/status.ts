import { createLine } from './line.js'
import { pickText } from './pick-text.js'

interface Drawn {
  readonly text: { readonly [tag: string]: string }
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
export function createStatus(isRaised: boolean): Status {
  const line = createLine({ surface: 'gpc-status', label: 'Global Privacy Control', isRaised })
  return {
    draw({ text, language, isHonoured, isShown }) {
      const [tag, words] = pickText(text, language)
      const own = document.querySelectorAll<HTMLElement>('[data-consent-notice]')
      for (const place of own) {
        place.textContent = isHonoured ? words : ''
        if (isHonoured) place.lang = tag
      }
      if (isShown && !own[0]) line.say({ words, tag, language })
      else line.remove()
    },
    remove: line.remove,
  }
}
