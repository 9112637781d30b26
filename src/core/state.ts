import type { Status } from './consent.js'
import { type Answer, answerFor, isAnswered, namesOf } from './decision.js'
import type { ResolvedOptions } from './options.js'
import { type ConsentRecord, encodeRecord, expiryOf, newestRecord } from './record.js'
import type { ConsentStorage } from './storage.js'

/** The record in force and all that follows from it. */
export interface State {
  record(): ConsentRecord | undefined
  status(): Status
  granted(): readonly string[]
  answer(name: string): Answer
  /** @returns whether the visitor's answers differ from before */
  set(record: ConsentRecord | undefined): boolean
  /** Stores the record. @returns whether the browser kept it */
  keep(): boolean
  /** Leaves one cookie where several of the name disagree: twins of other domains and paths. */
  tidy(): void
  /**
   * Takes over what another tab, page or server stored.
   * @param value what another tab says it stored: Firefox may show its cookie only later
   * @returns whether it differs from before
   */
  sync(value?: string): boolean
}

export function createState(options: ResolvedOptions, storage: ConsentStorage | undefined): State {
  let record: ConsentRecord | undefined

  const { days } = options.cookie
  const answer = (name: string) => answerFor(options, record?.choices ?? {}, name)
  const status = () => (isAnswered(options, record) ? 'decided' : 'undecided')
  const answers = () => status() + JSON.stringify(record?.choices)
  const keep = () => !!record && !!storage?.write(encodeRecord(record), expiryOf(record, days))

  function set(next: ConsentRecord | undefined): boolean {
    const before = answers()
    record = next
    return before !== answers()
  }

  return {
    record: () => record,
    status,
    granted: () => namesOf(options).filter(answer),
    answer,
    set,
    keep,
    tidy() {
      if (new Set(storage?.read()).size > 1) keep()
    },
    sync(value = '') {
      const own = record ? encodeRecord(record) : ''
      const stored = storage?.read() ?? []
      // What this page knows stands beside what is stored. A cookie that has gone says nothing: the browser
      // may have cleared it (Safari does, after 7 days) or never have kept it. Only time ends a choice.
      const newest = newestRecord([own, value, ...stored], days)
      if (!newest || encodeRecord(newest) !== own) return set(newest)
      // Something has put back an older answer: another tab's write that came late, or a server's.
      if (stored[0] && !stored.includes(own)) keep()
      return false
    },
  }
}
