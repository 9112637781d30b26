import type { ConsentEvents } from '../api/events.js'
import type { Report } from '../api/plugin.js'
import { createInOrder } from './in-order.js'

export interface Emitter {
  on<E extends keyof ConsentEvents>(event: E, listener: (detail: ConsentEvents[E]) => void): () => void
  emit<E extends keyof ConsentEvents>(event: E, detail: ConsentEvents[E]): void
}

/** Calls listeners of the object first, then those of the document (`askfirst:<event>`). */
export function createEmitter(report: Report): Emitter {
  const target = new EventTarget()
  const inOrder = createInOrder()
  return {
    on(event, listener) {
      const guarded = ({ detail }: CustomEventInit) => {
        try {
          listener(detail)
        } catch (cause) {
          // A throwing `error` listener would hear of its own failure again and again.
          if (event === 'error') console.error(cause)
          else report(`a "${event}" listener threw`, cause)
        }
      }
      target.addEventListener(event, guarded as EventListener)
      return () => target.removeEventListener(event, guarded as EventListener)
    },
    emit(event, detail) {
      inOrder(() => {
        target.dispatchEvent(new CustomEvent(event, { detail }))
        globalThis.document?.dispatchEvent(new CustomEvent(`askfirst:${event}`, { detail }))
      })
    },
  }
}
