import { focus } from '../parts/focus.js'
import css from './placeholder.css'
import type { Standing, StandOptions } from './stand.js'

/** A placeholder in a shadow root of its own. */
export interface ShadowHost extends Standing {
  readonly host: HTMLElement
  /** Declarations of the host, over those of any page. */
  readonly style: CSSStyleDeclaration
}

/**
 * Makes the element that carries a placeholder in the page. All of its style is inside: a copy that the page makes
 * of it (a carousel, a snapshot) is an empty element that takes no room and covers nothing.
 */
export function createShadowHost({ element, create, content, language, shared }: StandOptions): ShadowHost {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const surface = create(document)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(':host{}')
  host.dataset.nosnippet = ''
  shared.addSheet(root, css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  root.append(surface.element)
  surface.guard(host, host)

  return {
    host,
    style: (sheet.cssRules[0] as CSSStyleRule).style,
    draw() {
      Object.assign(host, language())
      surface.draw(content())
    },
    end() {
      const hadFocus = document.activeElement === host
      surface.end()
      host.remove()
      if (hadFocus) focus(element)
    },
  }
}

/** Takes away what copies of the page have left: hosts without their shadow root. */
export function removeCopies(parent: Element): void {
  for (const child of [...parent.children])
    if (child.matches('[data-nosnippet][data-surface=placeholder]') && !child.shadowRoot) child.remove()
}
