import type { Consent } from '../api/consent.js'

/** What the gate remembers for as long as the document lives, whoever starts and stops it. */
export interface GateMemory {
  /** Scripts that have been released. None runs twice. */
  readonly released: WeakSet<Element>
  /** Scripts whose code has run, or a copy of them. */
  readonly ran: Set<HTMLElement>
  /** Scripts that were taken back while their files were on their way. */
  readonly recalled: WeakSet<Element>
  /** What stands in the place of a script that was replaced by a copy. */
  readonly heirs: WeakMap<Node, Node>
  /** What came out of templates and goes back there when it is held again. */
  readonly contents: WeakMap<Element, readonly Node[]>
}

/** What all copies of askfirst on one page share: npm and CDN, hot reloads, several bundles. */
export interface Page {
  consent?: Consent | undefined
  readonly memory: GateMemory
}

const KEY = Symbol.for('askfirst')

type MarkedDocument = Document & { [KEY]?: Page }

/** The page's own, or `undefined` outside a browser. */
export function currentPage(): Page | undefined {
  if (typeof document === 'undefined') return
  const marked = document as MarkedDocument
  marked[KEY] ??= {
    memory: {
      released: new WeakSet(),
      ran: new Set(),
      heirs: new WeakMap(),
      recalled: new WeakSet(),
      contents: new WeakMap(),
    },
  }
  return marked[KEY]
}

/** Whether a page around this frame, of the same origin, asks already. */
export function isAskedByParent(): boolean {
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
