import type { Consent } from '../api/consent.js'
import type { Plugin } from '../api/plugin.js'

/** What all copies of askfirst on one page share: npm and CDN, hot reloads, several bundles. */
export interface Page {
  consent?: Consent | undefined
  /** Adds a plugin to the consent object that is there: for files that come after it. */
  use?: ((plugin: Plugin) => void) | undefined
}

const KEY = Symbol.for('askfirst')

type MarkedDocument = Document & { [KEY]?: Page }

/** The page's own, or `undefined` outside a browser. */
export function currentPage(): Page | undefined {
  if (typeof document === 'undefined') return
  const marked = document as MarkedDocument
  marked[KEY] ??= {}
  return marked[KEY]
}

/** Whether a same-origin parent frame runs askfirst already: then this frame shows no second banner. */
export function isHandledByParentFrame(): boolean {
  let frame: Window = window
  try {
    while (frame !== frame.parent) {
      frame = frame.parent
      if ((frame.document as MarkedDocument)[KEY]?.consent) return true
    }
  } catch {
    // Another origin: its document is out of reach and so is its answer.
  }
  return false
}
