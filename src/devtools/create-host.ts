import { addSheet } from '../browser/style-sheets.js'
import css from './devtools.css'

export const HOST = 'askfirst-devtools'

/** The one element of the panel in the page. */
export interface Host {
  readonly root: ShadowRoot
  readonly panel: HTMLElement
  destroy(): void
}

export function createHost(): Host {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const panel = document.createElement('div')
  host.id = HOST
  host.dataset.nosnippet = ''
  // Page rules reach the host, and properties that a script sets pass `style-src 'self'`.
  host.style.cssText = 'all:initial;position:fixed;z-index:2147483647'
  panel.className = 'panel'
  panel.role = 'region'
  panel.ariaLabel = 'askfirst devtools'
  panel.lang = 'en'
  panel.dir = 'ltr'
  // Above the banner, which is in the top layer too where it can be.
  panel.popover = 'manual'
  root.append(panel)
  addSheet(root, css)
  // The page's own shortcuts would take keys from buttons.
  root.addEventListener('keydown', (event) => event.stopPropagation())
  const place = () => {
    if (host.isConnected) return
    document.documentElement.append(host)
    panel.showPopover?.()
  }
  // Apps replace the body, and some the whole document.
  const observer = new MutationObserver(place)
  observer.observe(document, { childList: true })
  observer.observe(document.documentElement, { childList: true })
  place()
  return {
    root,
    panel,
    destroy() {
      observer.disconnect()
      host.remove()
    },
  }
}
