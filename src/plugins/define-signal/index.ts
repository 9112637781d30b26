import type { Plugin } from '../../api/plugin.js'
import { isDeclared } from '../../model/names.js'
import { traceSignal } from './trace-signal.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

/** A vendor's purposes, and the category (or `category.service`) that each of them follows. */
export interface SignalTypes {
  readonly [type: string]: string
}

/**
 * Writes the state of every purpose in the vendor's words: `states('granted', 'denied')` is
 * `{ ad_storage: 'denied', … }`. A purpose without an answer counts as refused.
 */
export type States = <T>(granted: T, refused: T) => { [type: string]: T }

/** Tells the vendor. */
export type Tell<V> = (vendor: V, states: States) => void

export interface SignalOptions<V> {
  /** Name of the plugin; messages use it. */
  readonly name: string
  /** The category (or `category.service`) that a vendor with one purpose follows. */
  readonly category?: string | undefined
  /** The purposes of a vendor that has several. @default one purpose, which follows `category` */
  readonly types?: SignalTypes | undefined
  /**
   * The vendor's global, or something falsy while it is absent. It is looked for at the start, on every change,
   * and in between after 0.1 s, 0.2 s, 0.4 s and so on, for 100 s.
   */
  readonly vendor: () => V | false | undefined
  /** Without an answer, and before the first `deny` of a page. @default nothing is called */
  readonly hold?: Tell<V> | undefined
  /** A purpose is granted: by a stored answer, by its model, or by a choice on this page. */
  readonly grant: Tell<V>
  /** No purpose is granted and one is refused. @default `hold` */
  readonly deny?: Tell<V> | undefined
  /** Refused after `grant` was called on this page. @default `deny` */
  readonly withdraw?: Tell<V> | undefined
}

/**
 * Makes a plugin that tells a vendor what the visitor decided: once per page load, and again when an answer of
 * its purposes changes. Grants reach the vendor before held tags are released, refusals before anything is
 * erased. A call that throws is reported once and stops nothing.
 *
 * @example
 * const example = () =>
 *   defineSignal({
 *     name: 'example',
 *     category: 'statistics',
 *     vendor: () => window.example,
 *     hold: (vendor) => vendor.pause(),
 *     grant: (vendor) => vendor.start(),
 *   })
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineSignal<V>({
  name,
  category = '',
  types = { [category]: category },
  vendor,
  hold,
  grant,
  deny = hold,
  withdraw = deny,
}: SignalOptions<V>): Plugin {
  // All three outlive `destroy`: so does the vendor.
  let told: string | undefined
  let hasGranted = false
  let hasFailed = false

  return {
    name,
    setup({ consent, options, answer, report }) {
      let delay: number
      let timer: ReturnType<typeof setTimeout>

      const tell = () => {
        clearTimeout(timer)
        const answers = Object.values(types).map((followed) => answer(followed))
        const now = answers.join()
        if (now === told) return
        const states: States = (granted, refused) =>
          Object.fromEntries(
            Object.keys(types).map((type, index) => [type, answers[index] ? granted : refused]),
          )
        const isGranted = answers.includes(true)
        const before = told
        const refuse = hasGranted ? withdraw : deny
        const next = isGranted ? grant : answers.includes(false) ? refuse : hold
        try {
          const found = vendor()
          if (found) {
            // A page that starts with a refusal is held first: a vendor may know `deny` only as a change.
            for (const call of new Set([told === undefined && !isGranted ? hold : next, next]))
              call?.(found, states)
            told = now
            hasGranted ||= isGranted
          } else if (delay < 3e4) {
            delay *= 2
            timer = setTimeout(tell, delay)
          }
        } catch (cause) {
          if (!hasFailed) report(`${name}: the vendor's code threw. Load its current version.`, cause)
          hasFailed = true
        }
        if (__DEV__ && told === now) {
          const refusal = hasGranted ? 'withdraw' : 'deny'
          const moment = isGranted ? 'grant' : answers.includes(false) ? refusal : 'hold'
          const signal = { name, types, states }
          if (before === undefined && !isGranted && hold && hold !== next)
            traceSignal({ ...signal, moment: 'hold' })
          if (next) traceSignal({ ...signal, moment })
        }
      }
      const start = () => {
        delay = 50
        tell()
      }

      if (__DEV__) {
        for (const followed of Object.values(types)) {
          if (!isDeclared(options, followed))
            report(`${name}: there is no category "${followed}". Name one of yours in the plugin's options.`)
        }
      }
      start()
      const stop = consent.on('change', start)
      return () => {
        stop()
        clearTimeout(timer)
      }
    },
  }
}
