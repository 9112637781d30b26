import { definePlugin, type Plugin } from '../core/plugins.js'

/** In the order a page fires them, and where its navigation timing says that it has begun to. */
const TYPES = ['DOMContentLoaded', 'readystatechange', 'load']
const TIMES = ['domContentLoadedEventStart', 'domComplete', 'loadEventStart'] as const

interface Call {
  readonly target: EventTarget
  readonly place: number
  readonly listener: EventListenerOrEventListenerObject
  /** `undefined`: assigned to an `on…` property. */
  readonly capture: boolean | undefined
  readonly options: AddEventListenerOptions
  isDone: boolean
  /** Hears the page's own event in the same breath as the listener would. */
  readonly witness: () => void
}

function hasBegun(place: number): boolean {
  const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return !!timing?.[TIMES[place] as (typeof TIMES)[number]]
}

/** @returns restores what was there, unless somebody else has put something over it */
function override(target: object, name: string, ours: PropertyDescriptor): () => void {
  const find = () => Object.getOwnPropertyDescriptor(target, name)
  const before = find()
  Object.defineProperty(target, name, { ...ours, configurable: true })
  return () => {
    const now = find()
    if (now?.value !== ours.value || now?.set !== ours.set) return
    if (before) Object.defineProperty(target, name, before)
    else Reflect.deleteProperty(target, name)
  }
}

/**
 * For third-party code that was written to load with the page: a released script with the attribute
 * `data-replay` that listens for `DOMContentLoaded`, `readystatechange` or `load` of the page, or assigns
 * `window.onload` or `document.onreadystatechange`, after that event is over, is called once, as soon as it
 * has run. Nobody else's listeners are. Not for modules: nothing tells which of them is running.
 *
 * @example
 * createConsent({ plugins: [replay()] })
 * // <script type="text/plain" data-category="marketing" data-replay src="https://chat.example/tag.js"></script>
 */
/* @__NO_SIDE_EFFECTS__ */
export function replay(): Plugin {
  return definePlugin({
    name: 'replay',
    setup() {
      const calls = new Set<Call>()
      /** Place of the event that is being replayed. */
      let current = -1

      function finish(call: Call): void {
        call.isDone = true
        call.target.removeEventListener(TYPES[call.place] as string, call.witness, call.capture)
      }

      function cancel(isIt: (call: Call) => boolean): void {
        for (const call of calls) {
          if (call.isDone || !isIt(call)) continue
          finish(call)
          calls.delete(call)
        }
      }

      function run({ target, place, listener, options }: Call): void {
        const type = TYPES[place] as string
        const event = new Event(type, { bubbles: !place })
        // Of all three the target is the document, `load` on the window included
        // (https://html.spec.whatwg.org/multipage/parsing.html#the-end).
        Object.defineProperties(event, { target: { value: document }, currentTarget: { value: target } })
        if (options.once) target.removeEventListener(type, listener, options)
        try {
          if (typeof listener === 'function') listener.call(target, event)
          else listener.handleEvent(event)
        } catch (cause) {
          reportError(cause)
        }
      }

      function runAll(): void {
        for (current = 0; current < TYPES.length; current++) {
          for (const call of calls) {
            if (call.place !== current || call.isDone) continue
            finish(call)
            if (!call.options.signal?.aborted) run(call)
          }
        }
        current = -1
      }

      function note(
        target: EventTarget,
        place: number,
        listener: EventListenerOrEventListenerObject | null,
        capture?: boolean,
        options: AddEventListenerOptions = {},
      ): void {
        const script = document.currentScript
        // What a replayed listener adds for a later event is the script's own as well.
        const isMeant = script ? script.dataset.replay !== undefined : current >= 0
        if (!listener || !isMeant || place <= current || !hasBegun(place)) return
        for (const call of calls)
          if (
            call.target === target &&
            call.place === place &&
            call.listener === listener &&
            call.capture === capture
          )
            return
        const witness = () => finish(call)
        const call: Call = { target, place, listener, capture, options, isDone: false, witness }
        calls.add(call)
        // The event may be under way at this moment, and then it still reaches some new listeners.
        target.addEventListener(TYPES[place] as string, witness, capture)
        setTimeout(runAll)
      }

      const watch = (target: EventTarget, types: readonly string[], property: string): (() => void)[] => {
        const { addEventListener: add, removeEventListener: remove } = target
        const placeOf = (type: string) => (types.includes(type) ? TYPES.indexOf(type) : -1)
        const isCapture = (options?: boolean | EventListenerOptions) =>
          !!(typeof options === 'object' ? options?.capture : options)
        const handler =
          Object.getOwnPropertyDescriptor(target, property) ??
          Object.getOwnPropertyDescriptor(Document.prototype, property)
        return []
      }
      return () => {}
    },
  })
}
