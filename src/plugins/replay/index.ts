import type { Plugin } from '../../api/plugin.js'
import { definePlugin } from '../../api/plugin.js'
import { createPatches } from '../../browser/patches.js'

/** What a page goes through once, in this order. */
const stages = ['DOMContentLoaded', 'readystatechange', 'load']

/** Listeners that came too late wait under a name that no other event has. */
const nameOf = (type: string) => `replay:${type}`

/**
 * Gives released scripts the `DOMContentLoaded` and `load` that they came too late for: what such
 * a script adds while it runs, `onload` included, is called once when the released scripts have
 * run. Nobody else's listeners are, and those that come in time are left to the browser.
 *
 * @example
 * createConsent({ plugins: [replay()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function replay(): Plugin {
  return definePlugin({
    name: 'replay',
    setup({ isReleased, isIdle }) {
      /** Take away what waits and is not wanted any more. */
      const checks: (() => void)[] = []
      let playing = ''

      /** The script that runs and misses an event, because it came too late; `true`: a listener that came too late itself. */
      function scriptMissing(
        target: EventTarget = window,
        type: string,
      ): Element | boolean | null | undefined {
        const stage = stages.indexOf(type)
        if (
          stage <= stages.indexOf(playing) ||
          // `load` never comes to the document.
          (target !== window && (target !== document || stage > 1)) ||
          // In one object since 2012 and everywhere; its successor is a list to search.
          !(document.readyState === 'complete' || (!stage && performance.timing.domContentLoadedEventStart))
        )
          return
        if (playing) return true
        // A module is never the current script. An external one has its address on the stack; an
        // inline one has that of the page, like all other code in it.
        const { stack } = new Error()
        const script =
          document.currentScript ??
          (isIdle()
            ? null
            : [...document.scripts].find(
                (it) =>
                  it.dataset.type === 'module' && it.src && isReleased(it) && stack?.includes(`${it.src}:`),
              ))
        return script && isReleased(script) && script
      }

      /** Calls what waits for a stage. The browser keeps the rules, from `once` to errors. */
      function dispatchStage(value: string): void {
        // The target of `load` too is the document, though only the window hears it
        // (https://dom.spec.whatwg.org/#concept-event-dispatch, "legacy target override").
        const event = new Event(nameOf(value), { bubbles: true })
        playing = value
        document.dispatchEvent(Object.defineProperty(event, 'type', { value }))
        playing = ''
      }

      function dispatchAll(): unknown {
        // The page's events too wait for all scripts, so that each finds what the others made.
        if (!isIdle()) return setTimeout(dispatchAll, 9)
        for (const check of checks.splice(0)) check()
        for (const type of stages) setTimeout(dispatchStage, 0, type)
      }

      // What waits for DOMContentLoaded comes before anything that is called for `load`.
      const onLoad = () => dispatchStage('DOMContentLoaded')
      addEventListener('load', onLoad, true)
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
      const patches = createPatches()
      patches.define(EventTarget.prototype, 'addEventListener', () => ({
        value(this: EventTarget, ...[type, listener, options]: Parameters<typeof add>) {
          const script = scriptMissing(this, type)
          if (!script) return add.call(this, type, listener, options)
          const name = nameOf(type)
          add.call(this, name, listener, {
            capture: options === true,
            ...(options as AddEventListenerOptions),
            once: true,
          })
          const check = () =>
            script === true || isReleased(script) || remove.call(this, name, listener, options)
          if (checks.push(check) < 2) setTimeout(dispatchAll)
        },
      }))
      patches.define(EventTarget.prototype, 'removeEventListener', () => ({
        value(this: EventTarget, ...[type, listener, options]: Parameters<typeof remove>) {
          remove.call(this, type, listener, options)
          remove.call(this, nameOf(type), listener, options)
        },
      }))
      for (const [owner, type] of [
        [window, 'load'],
        [Document.prototype, 'readystatechange'],
      ] as const) {
        patches.define(owner, `on${type}`, ({ get, set }) => ({
          // What is there has been called or waits to be, and a script must not chain it:
          // `const before = onload; onload = () => { before?.(); … }`.
          get(this: EventTarget) {
            return scriptMissing(this, type) ? null : get?.call(this)
          },
          set(this: EventTarget, handler: EventListener) {
            if (scriptMissing(this, type)) this.addEventListener(type, handler)
            else set?.call(this, handler)
          },
        }))
      }
      return () => {
        patches.undo()
        removeEventListener('load', onLoad, true)
      }
    },
  })
}
