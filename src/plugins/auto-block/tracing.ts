import { traceCall } from '../../browser/trace.js'
import type { DeferredQueue, Subject } from './deferred-queue.js'
import type { Evaluate } from './evaluate.js'

/** Development builds alone: notes each request and write that waits, and its end. */
export interface Tracing {
  /** Remembers which address was asked about last: the queue is told no more than a category. */
  traceEvaluate(evaluate: Evaluate, isHeld: (address: unknown) => boolean): Evaluate
  traceQueue(queue: DeferredQueue): DeferredQueue
}

const resolve = (address: unknown) => {
  try {
    return new URL(`${address}`, document.baseURI).href
  } catch {
    return `${address}`
  }
}

export function createTracing(): Tracing {
  let asked: Subject = { kind: 'request', text: '' }
  return {
    traceEvaluate: (evaluate, isHeld) => (addresses) => {
      const held = addresses.find(isHeld)
      if (held !== undefined) asked = { kind: 'request', text: resolve(held) }
      return evaluate(addresses)
    },
    traceQueue: (queue) => ({
      ...queue,
      about(subject) {
        asked = subject
      },
      add(category, run, drop) {
        const end = traceCall({ ...asked, by: 'auto-block', names: [category], state: 'held' })
        const settle = (state: 'sent' | 'dropped', action?: () => void) => () => {
          end(state)
          action?.()
        }
        const forget = queue.add(category, settle('sent', run), settle('dropped', drop))
        return settle('dropped', forget)
      },
    }),
  }
}
