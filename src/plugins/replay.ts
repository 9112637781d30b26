import { definePlugin, type Plugin } from '../core/plugins.js'
import { override } from './replay/override.js'

/** In the order a page fires them, each with the time at which that begins. */
const EVENTS = [
  ['DOMContentLoaded', 'domContentLoadedEventStart'],
  ['readystatechange', 'domComplete'],
  ['load', 'loadEventStart'],
] as const

type Listener = EventListenerOrEventListenerObject
type ListenerOptions = boolean | AddEventListenerOptions

/** A listener that answers once to each type, whoever calls first: the page's own event or its replay. */
function answerOnce(target: EventTarget, listener: Listener): (event: Event) => void {
  const answered = new Set<string>()
  return (event) => {
    const { type, bubbles } = event
    if (answered.has(type)) return
    answered.add(type)
    if (!event.isTrusted) {
      // The target of all three is the document, of `load` on the window too
      // (https://html.spec.whatwg.org/multipage/parsing.html#the-end).
      event = Object.defineProperties(new Event(type, { bubbles }), {
        target: { value: document },
        currentTarget: { value: target },
      })
    }
    if (typeof listener === 'function') listener.call(target, event)
    else listener.handleEvent(event)
  }
}

/**
 * For third-party code that was written to load with the page: a released script with the attribute
 * `data-replay` that listens for the page's `DOMContentLoaded`, `readystatechange` or `load`, or assigns
 * `window.onload` or `document.onreadystatechange`, when that event is over, is called as soon as it has
 * run, once. Nobody else's listeners are. Not for modules: nothing tells which of them is running.
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
      // Not the page's own targets, where everybody would hear it. The browser reports what listeners throw.
      const stage = new EventTarget()
      /** Place of the event that is being replayed. */
      let current = -1

      function replayAll(): void {
        for (const [type] of EVENTS) {
          current++
          stage.dispatchEvent(new Event(type, { bubbles: !current }))
        }
        current = -1
      }

      /** Whether the running script listens too late. What a replayed listener adds is its script's own. */
      function isLate(type: string): boolean {
        const script = document.currentScript
        if (script ? script.dataset.replay === undefined : current < 0) return false
        const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
        return EVENTS.some(([name, start], place) => name === type && place > current && timing?.[start])
      }

      /** @param missing the one event of the three that does not come by here */
      function watch(target: Document | Window, property: string, missing: string): (() => void)[] {
        const { addEventListener: add, removeEventListener: remove }: EventTarget = target
        const native =
          Object.getOwnPropertyDescriptor(target, property) ??
          Object.getOwnPropertyDescriptor(Document.prototype, property)
        const substitutes = new WeakMap<Listener, Listener>()
        let assigned: unknown
        let slot: Listener | null = null

        function enlist(type: string, listener: Listener, options?: ListenerOptions): Listener {
          const known = substitutes.get(listener) ?? answerOnce(target, listener)
          substitutes.set(listener, known)
          stage.addEventListener(type, known, options)
          setTimeout(replayAll)
          return known
        }

        return [
          override(target, 'addEventListener', {
            writable: true,
            value(type: string, listener: Listener | null, options?: ListenerOptions) {
              const isMeant = listener && type !== missing && isLate(type)
              // The event may be under way, and then it still reaches some who come now.
              add.call(target, type, isMeant ? enlist(type, listener, options) : listener, options)
            },
          }),
          override(target, 'removeEventListener', {
            writable: true,
            value(type: string, listener: Listener | null, options?: ListenerOptions) {
              const known = listener && substitutes.get(listener)
              for (const it of [known ?? null, listener]) {
                stage.removeEventListener(type, it, options)
                remove.call(target, type, it, options)
              }
            },
          }),
          override(target, property, {
            get() {
              const value = native?.get?.call(target)
              return value && value === slot ? assigned : value
            },
            set(value: unknown) {
              const type = property.slice(2)
              stage.removeEventListener(type, slot)
              slot = typeof value === 'function' && isLate(type) ? enlist(type, value as EventListener) : null
              assigned = value
              native?.set?.call(target, slot ?? value)
            },
          }),
          () => slot && native?.set?.call(target, assigned),
        ]
      }

      const undo = [
        ...watch(document, 'onreadystatechange', 'load'),
        ...watch(window, 'onload', 'readystatechange'),
      ]
      return () => {
        for (const restore of undo) restore()
      }
    },
  })
}
