import { definePlugin, type Plugin } from '../api/plugin.js'
import { warn } from '../browser/warn.js'
import { gatedElements } from '../model/gated-elements.js'

const SELECTOR = ['template', ...Object.keys(gatedElements)].map((name) => `${name}[data-category]`).join()

/**
 * Tells the author, in development builds of `askfirst/core`, that a page has tagged elements and no gate: they stay
 * held whatever the visitor answers.
 * @param hasGate asked when the page is set up: whether a plugin blocks and releases elements
 */
export function checkGate(hasGate: () => boolean): Plugin {
  return definePlugin({
    name: 'check-gate',
    setup() {
      if (hasGate()) return
      const look = () => {
        const element = document.querySelector<HTMLElement>(SELECTOR)
        if (!element) return
        observer.disconnect()
        const tag = `<${element.localName} data-category="${element.dataset.category}">`
        warn(
          `${tag} stays held: askfirst/core has no gate. Add gate() of askfirst/gate to plugins, or import createConsent from askfirst.`,
          element,
        )
      }
      const observer = new MutationObserver(look)
      observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-category'] })
      look()
      return () => observer.disconnect()
    },
  })
}
