import type { Choices } from '../../model/record.js'

/** What is said of one decision: no address, no browser, nothing that tells who the visitor is. */
export interface Receipt {
  /** Unique for this decision. One that arrives twice is the same receipt; keys of one visitor sort by time. */
  readonly key: string
  /** The record's id: random, the same for all decisions of this browser. */
  readonly id: string
  /** The record's date, ISO 8601, whole seconds. */
  readonly time: string
  /** The policy version asked under. */
  readonly policy: string
  /** What the option `hash` says of the texts shown; empty when that is not known in time. */
  readonly texts: string
  /** BCP 47 tag of the language they were shown in. */
  readonly locale: string
  readonly choices: Choices
  /** Where the decision was made: `banner`, `preferences`, `page`, `api`, … */
  readonly source: string
  /** What was open at that moment: `banner`, `preferences`, or empty. */
  readonly surface: string
  /** Version of this library. */
  readonly version: string
}

/** What `send` may answer: a response with a status, or nothing when all is well. */
export type Sent = Response | void
