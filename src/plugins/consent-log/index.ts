import type { Plugin } from '../../api/plugin.js'
import { definePlugin } from '../../api/plugin.js'
import { createPost } from './post.js'
import { createQueue, type Entry } from './queue.js'
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
         * tries again later; another failing response gives up; anything else is delivered.
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
 *
 * @example
 * createConsent({ plugins: [consentLog({ endpoint: 'https://log.example/receipts' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function consentLog({
  endpoint,
  send = createPost(`${endpoint}`),
  hash = '',
}: ConsentLogOptions): Plugin {
  /** Notes that a decision is on its way to the record. Before `setup` there may have been one already. */
  let note: (() => void) | undefined
  let isEarly: boolean
  return definePlugin({
    name: 'consent-log',
    // Not `change`, which does not tell of a decision that repeats the last one.
    draft() {
      isEarly = !note
      note?.()
    },
    setup({ consent, options, report }) {
      const { cookie } = options
      const { put, remove, claim, rest } = createQueue(`${cookie.name}-log:`, report)
      const open = new Set<string>()
      const language = () => document.getElementById('askfirst')?.lang || consent.locale
      /** By language, which may change while a surface is open. */
      const texts: { [locale: string]: MaybeText } = {}
      let hasTold = false
      let pending: Pick<Receipt, 'locale' | 'surface'> | undefined
      let timer: ReturnType<typeof setTimeout>

      async function readTexts(): Promise<void> {
        const tag = language()
        try {
          texts[tag] = await (typeof hash === 'function' ? hash(tag) : hash)
        } catch (cause) {
          report('consent-log: no hash of the texts', cause)
        }
      }

      function schedule(milliseconds: number): void {
        clearTimeout(timer)
        if (note) timer = setTimeout(flush, milliseconds)
      }

      async function deliver(entry: Entry): Promise<void> {
        try {
          const answer = await send(entry[0])
          if (answer && !answer.ok) {
            const problem = `consent-log: a receipt was answered with ${answer.status}`
            if (/408|425|429|5../.test(`${answer.status}`)) {
              // Neither in the past nor never.
              entry[2] += Math.min(Math.abs(Number(answer.headers.get('retry-after'))) * 1000 || 0, 864e5)
              put(entry)
              throw problem
            }
            report(problem)
          }
          remove(entry)
        } catch (cause) {
          if (!hasTold) report('consent-log: receipts wait for their server', cause)
          hasTold = true
        }
      }

      async function flush(): Promise<void> {
        if (!consent.record) return
        // A page on its way out has no time to wait for a lock, and sandboxed ones get none.
        const due = document.hidden
          ? claim()
          : await (navigator.locks?.request(cookie.name, claim).catch(claim) ?? claim())
        await Promise.all(due.map(deliver))
        schedule(rest())
      }

      function write(): void {
        if (!pending || !consent.record) return
        const { id, decidedAt, policy, choices, source } = consent.record
        put([
          {
            key: `${Date.now().toString(36)}-${crypto.getRandomValues(new BigUint64Array(1))}`,
            id,
            time: decidedAt.toISOString(),
            policy,
            texts: texts[pending.locale] ?? '',
            choices,
            source,
            ...pending,
            version: __VERSION__,
          },
          0,
          // As long as what `claim` will write over it: full storage takes that, and lets it go afterwards.
          Date.now(),
        ])
        pending = undefined
        schedule(1000)
      }

      note = () => {
        // The decision before this one, when both are made in one go.
        write()
        // What answers at once is there before `write`.
        void readTexts()
        pending = { locale: language(), surface: [...open].pop() ?? '' }
        queueMicrotask(write)
      }
      if (isEarly) note()
      isEarly = false
      if (consent.record) schedule(1000)

      document.addEventListener('visibilitychange', flush)
      const stops = [
        consent.on('open', ({ surface }) => {
          // The floating button is always there; nobody decides in it.
          if (surface !== 'settings-button') open.add(surface)
          void readTexts()
        }),
        consent.on('close', ({ surface }) => open.delete(surface)),
        () => document.removeEventListener('visibilitychange', flush),
      ]
      return () => {
        note = undefined
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    },
  })
}
