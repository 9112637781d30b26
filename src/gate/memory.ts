/** State that every gate of one document shares, whoever starts and stops it. */
export interface GateMemory {
  /** Scripts that have been released. None runs twice. */
  readonly released: WeakSet<Element>
  /** Scripts whose code has run, or a copy of them. */
  readonly executed: WeakSet<Element>
  /** Scripts that have run, by address or text, with the address of the page where they came last. */
  readonly sources: Map<string, string>
  /** Scripts cancelled (consent withdrawn) while their file was loading. */
  readonly cancelled: WeakSet<Element>
  /** Maps a cancelled script to the clone now in the DOM. */
  readonly replacements: WeakMap<Node, Node>
  /** Nodes that came out of a template and go back into it when it is held again. */
  readonly contents: WeakMap<Element, readonly Node[]>
  /** Proves that a mark on an element was set by this page, not by content of others. */
  readonly token: string
}

/** Named with its version: another version of askfirst on the page has a memory of another shape. */
const KEY = Symbol.for('askfirst.gate@2')

export function gateMemory(): GateMemory {
  const marked = document as Document & { [KEY]?: GateMemory }
  marked[KEY] ??= {
    released: new WeakSet(),
    executed: new WeakSet(),
    sources: new Map(),
    cancelled: new WeakSet(),
    replacements: new WeakMap(),
    contents: new WeakMap(),
    token: Math.random().toString(36).slice(2),
  }
  return marked[KEY]
}
