/**
 * Types of what askfirst leaves on a page with script tags. Has no code.
 *
 * @example
 * import 'askfirst/globals'
 * document.addEventListener('askfirst:change', ({ detail }) => console.log(detail.granted))
 * window.askfirst.isGranted('statistics')
 */
import type { Consent } from './api/consent.js'
import type { ConsentEvents } from './api/events.js'
import type { Options } from './api/options.js'
import type { Plugin } from './api/plugin.js'
import type { Categories } from './model/categories.js'

/** Events of `document`, by name: `askfirst:change`, `askfirst:ready`, … */
export type DocumentEvents = {
  readonly [E in keyof ConsentEvents as `askfirst:${E}`]: CustomEvent<ConsentEvents[E]>
}

/** Code that waits for the script tag. */
export interface AskfirstQueue {
  /** Called with the consent object, before and after the script tag has run. */
  push(entry: (consent: Consent) => void): unknown
}

declare global {
  interface DocumentEventMap extends DocumentEvents {}
  interface Window {
    /** The consent object. */
    get askfirst(): Consent
    /** Options that the script tag will find when it runs. */
    set askfirst(given: Consent | { readonly options: Options<Categories> })
    askfirstQueue?: AskfirstQueue
    askfirstPlugins?: { push(plugin: Plugin): unknown }
  }
}
