import type { Consent } from '../api/consent.js'
import { type Call, pageJournal } from '../browser/trace.js'
import { writeTime } from '../dev/explain/write-time.js'
import type { Row } from './row.js'

const states = { held: 'held', sent: 'released', dropped: 'plain' } as const
const verbs = { held: 'is held', sent: 'was sent', dropped: 'was dropped' } as const

const time = (at: Date) => writeTime(at).slice(11)

/** Requests and writes that auto-block has held, the latest first. */
export function listRequests(consent: Consent): Row[] {
  const { calls } = pageJournal()
  return calls
    .filter(({ kind }) => kind !== 'signal')
    .reverse()
    .map(({ text, kind, state, at, settledAt, names }) => {
      const rule =
        kind === 'request'
          ? consent.explain?.(text)
          : `${names.map((name) => consent.explain?.(name)).join(' ')}`
      const end = settledAt ? `, ${verbs[state]} at ${time(settledAt)}` : ''
      return { title: text, state: states[state], text: `Held since ${time(at)}${end}. ${rule}` }
    })
}

/** What vendors were told, the latest first. */
export function listSignals(consent: Consent): Row[] {
  const explain = ({ names }: Call) => names.map((name) => consent.explain?.(name)).join(' ')
  const { calls } = pageJournal()
  return calls
    .filter(({ kind }) => kind === 'signal')
    .reverse()
    .map((call) => ({
      title: `${call.by}: ${call.text}`,
      state: 'plain',
      text: `Sent at ${time(call.at)}. ${explain(call)}`.trim(),
    }))
}
