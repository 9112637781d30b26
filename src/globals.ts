/**
 * Types of what askfirst leaves on a page with script tags: `import 'askfirst/globals'` once, anywhere.
 * Has no code.
 */
import type { Consent } from './api/consent.js'
import type { ConsentEvents } from './api/events.js'
import type { Options } from './api/options.js'
import type { Plugin } from './api/plugin.js'
import type { Categories } from './model/categories.js'

/** What `document` is told, by event: `askfirst:change`, `askfirst:ready`, … */
export type DocumentEvents = {
  readonly [E in keyof ConsentEvents as `askfirst:${E}`]: CustomEvent<ConsentEvents[E]>
}

declare global {
  interface DocumentEventMap extends DocumentEvents {}
  interface Window {
    /** The consent object, or the options that the script tag will find when it runs. */
    askfirst?: Consent | { readonly options: Options<Categories> }
    /** Called with the consent object, before and after the script tag has run. */
    askfirstQueue?: { push(entry: (consent: Consent) => void): unknown }
    askfirstPlugins?: { push(plugin: Plugin): unknown }
  }
}
