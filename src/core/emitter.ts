import type { ConsentEvents } from '../api/consent.js'

export interface Emitter<N extends string> {
  on<E extends keyof ConsentEvents<N>>(event: E, listener: (detail: ConsentEvents<N>[E]) => void): () => void
  emit<E extends keyof ConsentEvents<N>>(event: E, detail: ConsentEvents<N>[E]): void
}

/** Tells listeners of the object first, then the document (`askfirst:<event>`). */
export function createEmitter<N extends string>(
  report: (message: string, cause: unknown) => void,
): Emitter<N> {
  const target = new EventTarget()
  const waiting: (() => void)[] = []
  return {
    on(event, listener) {
      const guarded = ({ detail }: CustomEventInit) => {
        try {
          listener(detail)
        } catch (cause) {
          // A throwing `error` listener would be told of its own failure for ever.
          if (event === 'error') console.error(cause)
          else report(`a "${event}" listener threw`, cause)
        }
      }
      target.addEventListener(event, guarded as EventListener)
      return () => target.removeEventListener(event, guarded as EventListener)
    },
    emit(event, detail) {
      // A listener that decides again must not have the others hear of the first decision last.
      const isFirst = waiting.push(() => {
        target.dispatchEvent(new CustomEvent(event, { detail }))
        globalThis.document?.dispatchEvent(new CustomEvent(`askfirst:${event}`, { detail }))
      })
      for (; isFirst < 2 && waiting[0]; waiting.shift()) waiting[0]()
    },
  }
}
