import {
  type Answer,
  type Answers,
  answerFor,
  isAnswered,
  isAsking,
  isPresumed,
  type Status,
} from '../model/decision.js'
import { namesOf } from '../model/names.js'
import { AHEAD, type Choices, type ConsentRecord, decodeRecord, expiryOf, newestOf } from '../model/record.js'
import type { Settings } from '../model/settings.js'
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
  /** Granted names that no visitor has answered: opt-out and exempt ones. */
  presumed(): readonly string[]
  /** Whether a name waits for the visitor's answer. */
  isAsking(): boolean
  /** Stores the record. @returns whether the browser kept it */
  persist(): boolean
  /**
   * Takes over the cookie of an earlier version, and leaves one cookie where several of the name disagree:
   * duplicates of other domains and paths.
   */
  tidy(): void
  /** Whether the storage holds something else than this page: another tab's decision, for one. */
  isStale(): boolean
  /**
   * Takes over what another tab, page or server stored.
   * @returns whether it differs from before
   */
  sync(): boolean
}

interface StateOptions {
  readonly settings: Settings
  /** None outside a browser. */
  readonly storage: ConsentStorage | undefined
  /** Answers that hold until the visitor's own. */
  readonly presume: () => Choices
}

export function createState({ settings, storage, presume }: StateOptions): State {
  let value = ''
  let record: ConsentRecord | undefined

  const { days } = settings.cookie
  const stored = () => storage?.read() ?? []
  const answers: Answers = {
    get choices() {
      return record?.choices ?? {}
    },
    get presumed() {
      return presume()
    },
  }
  const answer = (name: string) => answerFor(settings, answers, name)
  const granted = () => namesOf(settings).filter(answer)
  const status = () => (isAnswered(settings, record) ? 'decided' : 'undecided')
  const fingerprint = () => status() + JSON.stringify(record?.choices)
  const persist = () => !!record && !!storage?.write(value, expiryOf(record, days))

  function set(next: string): boolean {
    const before = fingerprint()
    value = next
    record = decodeRecord(next)
    return before !== fingerprint()
  }

  return {
    record: () => record,
    status,
    granted,
    presumed: () => granted().filter((name) => isPresumed(settings, answers.choices, name)),
    isAsking: () => isAsking(settings, record, answer),
    answer,
    set,
    persist,
    tidy() {
      const old = storage?.takeOld?.()
      if (old && newestOf([value, old], days) === old) {
        set(old)
        persist()
      }
      if (new Set(stored()).size > 1) persist()
    },
    isStale: () => !!stored()[0] && !stored().includes(value),
    sync() {
      const present = stored()
      // What this page knows stands beside what is stored. A cookie that has gone says nothing: the browser
      // may have cleared it (Safari does, after 7 days) or never have kept it. Only time ends a choice.
      const newest = newestOf([value, newestOf(present, days)], days, AHEAD)
      if (newest !== value) return set(newest)
      // Something has put back an older answer: another tab's write that came late, or a server's.
      if (present[0] && !present.includes(value)) persist()
      return false
    },
  }
}
