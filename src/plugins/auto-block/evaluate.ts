import type { DeferredQueue } from './deferred-queue.js'

/** What the rules say about addresses now. */
export interface Verdict {
  /** The category of the rule that decides, or `undefined`. */
  readonly category: string | undefined
  /** Whether it has to wait. */
  readonly isHeld: boolean
}

/** Of several addresses the first that has to wait decides, else the first that a rule matches. */
export type Evaluate = (addresses: readonly unknown[]) => Verdict

interface EvaluateOptions {
  readonly match: (address: unknown) => string | undefined
  readonly queue: DeferredQueue
  /** Something of the category is sent. */
  readonly markUsed: (category: string) => void
}

export function createEvaluate({ match, queue, markUsed }: EvaluateOptions): Evaluate {
  return (addresses) => {
    const categories = addresses.map(match).filter((category) => category !== undefined)
    const held = categories.find(queue.isHeld)
    if (held === undefined) categories.forEach(markUsed)
    return { category: held ?? categories[0], isHeld: held !== undefined }
  }
}
