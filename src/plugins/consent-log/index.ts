import type { Plugin } from '../../api/plugin.js'
import { definePlugin } from '../../api/plugin.js'
import type { ConsentRecord } from '../../model/record.js'
import { unprefixedName } from '../../model/resolve-cookie.js'
import { fitting } from './limits.js'
import { createOutbox } from './outbox.js'
import { createPost } from './post.js'
import type { Receipt, Sent } from './receipt.js'

export type { Receipt, Sent }

/** The version in package.json, put in by the build. */
declare const __VERSION__: string

type MaybeText = string | undefined

interface Common {
  /**
   * Names the texts that the visitor was shown: a hash, or a function that answers one for a language.
   * It is asked when a surface opens, so that the answer is there before the click, and again with the
   * decision, because the language may have changed.
   * Compute it when the site is built.
   * @default none: `texts` is empty in every receipt
   */
  readonly hash?: string | ((locale: string) => MaybeText | Promise<MaybeText>) | undefined
}

/** One of `endpoint` and `send`. */
export type ConsentLogOptions = Common &
  (
    | {
        /** Address that takes receipts by POST, as JSON in a `text/plain` body, and answers 2xx. */
        readonly endpoint: string
        readonly send?: undefined
      }
    | {
        /**
         * Delivers a receipt. A promise that rejects, or resolves to a response with status 408, 425, 429 or 5xx,
         * tries again later; another failing response is reported and tries again after a day.
         */
        readonly send: (receipt: Receipt) => Sent | Promise<Sent>
        readonly endpoint?: undefined
      }
  )

/**
 * Proof of consent: one receipt per decision, sent to the site's own server. A decision that repeats the last
 * one is a decision too, because the record's date changes. What other tabs decided is theirs to send.
 *
 * Receipts leave a second after the decision, or with the page. Until then, and when the server is
 * down, they wait in local storage as `<cookie name>-log:<key>`, and are tried again after one minute,
 * two, four, up to a day, on this page and later ones. Nothing is stored or sent before a decision.
 * @example
 * createConsent({ plugins: [consentLog({ endpoint: 'https://log.example/receipts' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function consentLog({
  endpoint,
  send = createPost(`${endpoint}`),
  hash = '',
}: ConsentLogOptions): Plugin {
  /** Decisions of which no receipt was written yet: those made before `setup`. */
  const decisions: ConsentRecord[] = []
  let write: (() => void) | undefined
  return definePlugin({
    name: 'consent-log',
    decided(record) {
      decisions.push(record)
      write?.()
    },
    setup({ consent, options, report, language }) {
      const isDecided = () => !!consent.record
      // Receipts that wait keep their place when the cookie gets its prefix.
      const name = unprefixedName(options.cookie) ?? options.cookie.name
      const { add, stop } = createOutbox({ name, send, isDecided, report })
      const open = new Set<string>()
      /** By language, which may change while a surface is open. */
      const texts = new Map<string, MaybeText>()

      async function readTexts(): Promise<void> {
        const locale = language()
        try {
          const answer = typeof hash === 'function' ? hash(locale) : hash
          // An answer that is there at once is in time for the decision that asks.
          texts.set(locale, typeof answer === 'string' ? answer : await answer)
        } catch (cause) {
          report('consent-log: no hash of the texts', cause)
        }
      }

      /** A text that does not fit costs no receipt. */
      function toFitting(text = ''): string {
        if (fitting.test(text)) return text
        report(`consent-log: "${text}" does not fit into a receipt and is left out`)
        return ''
      }

      write = () => {
        for (const { id, decidedAt, policy, choices, source } of decisions.splice(0)) {
          void readTexts()
          add({
            key: `${Date.now().toString(36)}-${`${Math.random()}`.slice(2)}`,
            id,
            time: decidedAt.toISOString(),
            policy,
            texts: toFitting(texts.get(language())),
            locale: toFitting(language()),
            choices,
            source,
            surface: [...open].pop() ?? '',
            version: __VERSION__,
          })
        }
      }
      write()

      const stops = [
        stop,
        consent.on('open', ({ surface }) => {
          // The floating button is always there; nobody decides in it.
          if (surface !== 'settings-button') open.add(surface)
          void readTexts()
        }),
        consent.on('close', ({ surface }) => open.delete(surface)),
      ]
      return () => {
        write = undefined
        for (const end of stops) end()
      }
    },
  })
}
