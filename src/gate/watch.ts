import { yieldToMain } from '../browser/scheduling.js'
import type { Aliases } from './aliases.js'
import { isTagged, WATCHED } from './tagged-elements.js'

/** Above this number of nodes one query is quicker than a look at each. */
const MANY = 50

export interface WatchOptions {
  readonly roots: ReadonlySet<ParentNode>
  readonly aliases: Aliases
  /** Whether a change of a node needs a look whatever its tags say. */
  readonly isHeld: (node: Node) => boolean
  /** Whether no change of a node needs a look. */
  readonly isDone: (node: Node) => boolean
  /** A node was replaced by another one in one step. */
  readonly onReplace: (old: Element, fresh: Element) => void
  readonly look: (roots: ParentNode[], areParsed: boolean) => void
}

/** Looks at elements that come into the document, and at tagged ones whose attributes change. */
export interface Watch {
  observe(root: Node): void
  /** Looks at an element again when the parser has gone on. */
  postpone(element: ParentNode): void
  stop(): void
}

export function createWatch({ roots, aliases, isHeld, isDone, onReplace, look }: WatchOptions): Watch {
  const pending = new Set<ParentNode>()
  let isScheduled = false

  function lookAtPending({ type }: { readonly type?: string } = {}): void {
    isScheduled = false
    const all = [...pending].filter(({ isConnected }) => isConnected)
    pending.clear()
    look(all, type === 'DOMContentLoaded' || document.readyState === 'loading')
  }

  function collect(records: readonly MutationRecord[]): void {
    let count = 0
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (addedNodes.length === 1 && removedNodes.length === 1)
        onReplace(removedNodes[0] as Element, addedNodes[0] as Element)
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (isDone(node)) continue
        if (++count > MANY) {
          for (const root of roots) pending.add(root)
          return
        }
        if (isTagged(node, aliases.selector) || isHeld(node)) pending.add(node as Element)
      }
    }
  }

  const observer = new MutationObserver((records) => {
    collect(records)
    if (document.readyState !== 'loading') lookAtPending()
    else if (!isScheduled) {
      // Wait for the parser to yield: Chromium leaves an iframe blank if it is changed while parsing.
      isScheduled = true
      void yieldToMain().then(() => lookAtPending())
    }
  })
  // Before the scripts that waited for the end of the document.
  addEventListener('DOMContentLoaded', lookAtPending, true)

  return {
    observe: (root) =>
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributeFilter: [...WATCHED, ...aliases.attributes],
      }),
    postpone: (element) => void pending.add(element),
    stop() {
      observer.disconnect()
      removeEventListener('DOMContentLoaded', lookAtPending, true)
    },
  }
}
