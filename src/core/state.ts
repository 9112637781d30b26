import type { Status } from '../api/consent.js'
import { type Answer, answerFor, isAnswered, namesOf } from '../model/decision.js'
import type { ResolvedOptions } from '../model/options.js'
import { type ConsentRecord, decodeRecord, expiryOf, newestOf } from '../model/record.js'
import type { ConsentStorage } from './cookie-storage.js'

/** The record in force and all that follows from it. */
export interface State {
  record(): ConsentRecord | undefined
  status(): Status
  granted(): readonly string[]
  answer(name: string): Answer
  /**
   * @param value an encoded record, empty for none
   * @returns whether the visitor's answers differ from before
   */
  set(value: string): boolean
  /** Stores the record. @returns whether the browser kept it */
  keep(): boolean
  /** Leaves one cookie where several of the name disagree: twins of other domains and paths. */
  tidy(): void
  /**
   * Takes over what another tab, page or server stored.
   * @param told what another tab says it stored: Firefox may show its cookie only later
   * @returns whether it differs from before
   */
  sync(told?: string): boolean
}

export function createState(options: ResolvedOptions, storage: ConsentStorage | undefined): State {
  let value = ''
  let record: ConsentRecord | undefined

  const { days } = options.cookie
  const answer = (name: string) => answerFor(options, record?.choices ?? {}, name)
  const status = () => (isAnswered(options, record) ? 'decided' : 'undecided')
  const answers = () => status() + JSON.stringify(record?.choices)
  const keep = () => !!record && !!storage?.write(value, expiryOf(record, days))

  function set(next: string): boolean {
    const before = answers()
    value = next
    record = decodeRecord(next)
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
    sync(told = '') {
      const stored = storage?.read() ?? []
      // What this page knows stands beside what is stored. A cookie that has gone says nothing: the browser
      // may have cleared it (Safari does, after 7 days) or never have kept it. Only time ends a choice.
      const newest = newestOf([value, told, ...stored], days)
      if (newest !== value) return set(newest)
      // Something has put back an older answer: another tab's write that came late, or a server's.
      if (stored[0] && !stored.includes(value)) keep()
      return false
    },
  }
}
