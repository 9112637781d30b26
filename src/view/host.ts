import { matchTag } from '../text/language.js'

export interface Host {
  readonly root: ShadowRoot
  /** Puts the host into the page, at once or as soon as there is a body, and keeps it there. */
  readonly attach: () => Promise<void>
  /** Tells screen readers, without moving the focus (WCAG 4.1.3). */
  readonly announce: (message: string) => void
  /** Lets go: a host that is removed from now on stays removed. */
  readonly rest: () => void
  /** Marks the language of the texts and the direction that follows from it. */
  readonly speak: (language: string) => void
  readonly destroy: () => void
}

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/

/**
 * The one element of the view in the page.
 *
 * @param entered called when it is in the page, and whenever it comes back: the top layer forgets what leaves
 * @param report told once when something keeps removing it
 */
export function createHost(theme: string, entered: () => void, report: (message: string) => void): Host {
  const element = document.createElement('div')
  const root = element.attachShadow({ mode: 'open' })
  const status = document.createElement('p')
  const { style, dataset } = element
  let placedAt = 0
  let removals = 0
  let home: HTMLElement | undefined

  element.id = 'askfirst'
  dataset.nosnippet = ''
  dataset.theme = theme
  // Page rules such as `*{all:unset}`, `div{display:none}` or `body{pointer-events:none}` reach
  // the host and beat `:host`. Properties set by script win over them and pass `style-src 'self'`
  // (CSP 3 section 8.4), yet lose to `!important`: a content blocker has the last word.
  style.cssText = 'all:initial;position:fixed;z-index:var(--askfirst-z-index,2147483647)'

  status.setAttribute('role', 'status')
  root.append(status)

  // The page sees what happens in here as happening to a `div`: its keyboard shortcuts would take the space bar from
  // buttons and switches, and one that scrolls by script the wheel from the list.
  for (const type of ['keydown', 'wheel', 'touchmove']) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true })
  }

  const place = (): void => {
    const { body, documentElement } = document
    if (element.isConnected || !body) return
    const now = performance.now()
    removals = !placedAt || home !== documentElement ? 0 : now - placedAt < 1000 ? removals + 1 : 1
    if (removals > 3) {
      observer.disconnect()
      report('the banner is removed again and again')
      return
    }
    placedAt = now
    home = documentElement
    // Snapshots of pages come back with a copy of the host in them.
    for (const copy of document.querySelectorAll('#askfirst[data-nosnippet]'))
      if (!copy.shadowRoot) copy.remove()
    // Between head and body: first in tab order and in the tree of screen readers, yet no child of the body, so that
    // its rules by place, its scripts, its replacements and hydrations never meet it (docs/decisions/0018-host-between-head-and-body.md).
    body.before(element)
    watch()
    entered()
  }
  const observer = new MutationObserver(place)
  // Apps replace `<html>` (React, after a failed hydration), and bodies come late.
  const watch = (): void => {
    for (const node of [document, document.documentElement]) observer.observe(node, { childList: true })
  }

  return {
    root,
    async attach() {
      watch()
      if (element.isConnected) {
        entered()
      } else {
        placedAt = 0
        place()
      }
      if (!document.body) {
        await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }))
      }
    },
    announce(message) {
      status.textContent = message
    },
    rest: () => observer.disconnect(),
    speak(language) {
      element.lang = language
      // Empty means inherited: a page in this language that turns its `dir` later takes us along.
      element.dir =
        document.dir && matchTag([language], document.documentElement.lang)
          ? ''
          : RIGHT_TO_LEFT.test(language)
            ? 'rtl'
            : 'ltr'
    },
    destroy() {
      observer.disconnect()
      element.remove()
    },
  }
}
