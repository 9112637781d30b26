import type { Consent } from '../../api/consent.js'
import type { Part } from '../declaration.js'
import type { GroupBy } from '../group-items.js'
import { mountDeclaration } from './mount-declaration.js'

const NAME = 'askfirst-declaration'

/**
 * Defines `<askfirst-declaration group-by="party-persistence" show="choice cookies">`. The content is in the
 * light DOM, so the page's own styles reach it, and so do links to its tables.
 *
 * Outside a browser, or when the name is taken already, nothing happens.
 * @example
 * defineDeclarationElement(consent)
 */
export function defineDeclarationElement<N extends string>(consent: Consent<N>): void {
  if (!globalThis.customElements || customElements.get(NAME)) return
  // Custom elements are classes by specification.
  customElements.define(
    NAME,
    class extends HTMLElement {
      static observedAttributes = ['group-by', 'show']
      #undo: (() => void) | undefined

      connectedCallback(): void {
        this.#undo?.()
        this.#undo = undefined
        // The parser has yet to put in what the page wrote into it, and would put it behind ours.
        if (document.readyState === 'loading') {
          const again = () => this.isConnected && this.connectedCallback()
          document.addEventListener('DOMContentLoaded', again, { once: true })
          return
        }
        this.#undo = mountDeclaration(this, consent, {
          groupBy: (this.getAttribute('group-by') as GroupBy | null) ?? undefined,
          show: this.getAttribute('show')?.trim().split(/\s+/) as Part[] | undefined,
        })
      }

      disconnectedCallback(): void {
        this.#undo?.()
        this.#undo = undefined
      }

      attributeChangedCallback(): void {
        if (this.#undo) this.connectedCallback()
      }
    },
  )
}
