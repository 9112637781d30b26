import type { Draft } from '../api/plugin.js'
import { choicesOf, withAnswers } from '../model/decision.js'
import { categoryOf, isDeclared } from '../model/names.js'
import { own } from '../model/own.js'
import { AHEAD, type Choices, type ConsentRecord, encodeRecord } from '../model/record.js'
import type { Settings } from '../model/settings.js'

interface Decision {
  readonly previous: ConsentRecord | undefined
  /** The names that were granted until now. */
  readonly before: readonly string[]
  /** The names to grant before plugins had their say. */
  readonly granted: ReadonlySet<string>
  readonly draft: Draft
  /** The visitor has answered for every name, not for some. */
  readonly isForAll: boolean
}

/** How many names of other sites are kept: a cookie has room for about 4,000 characters. */
const FOREIGN_NAMES = 40

/** Encodes a decision as the value of the cookie. */
export function encodeDecision(
  settings: Settings,
  { previous, before, granted, draft, isForAll }: Decision,
): string {
  const choices = previous?.choices ?? {}
  // A category that a plugin took out takes along what was granted with it.
  const taken = [...granted].filter((name) => !draft.granted.has(name)).map((name) => [name, false])
  const now = withAnswers(settings, draft.granted, Object.fromEntries(taken))
  const isTouched = (name: string) =>
    isForAll || own(choices, name) !== undefined || before.includes(name) !== now.has(name)
  // Names of a site that shares the cookie. A service of a category of ours is kept where it is refused.
  const foreign = Object.entries(choices).filter(
    ([name, answer]) =>
      !isDeclared(settings, name) && !(answer && Object.hasOwn(settings.categories, categoryOf(name))),
  )
  const last = previous ? +previous.decidedAt : 0
  const time = Date.now()
  return encodeRecord({
    id: previous?.id ?? createId(),
    // Later than the record before: that is how every tab knows which is the last. One that is dated ahead is
    // not of this browser, or of its clock before that was put right, and loses to what is dated now.
    decidedAt: new Date(last > time + AHEAD ? time : Math.max(time, last + 1000)),
    policy: settings.policy.version,
    // Whoever hands `acceptAll` to `addEventListener` hands it an event.
    source: draft.source.toLowerCase?.().replace(/[^a-z0-9-]+/g, '-') || 'api',
    choices: {
      ...choicesOf(settings, now, isTouched),
      ...Object.fromEntries(foreign.slice(0, FOREIGN_NAMES)),
    },
  })
}

/** Encodes an answer that was given under another consent system; names it does not answer stay unasked. */
export function encodeImport(
  settings: Settings,
  {
    choices,
    decidedAt,
    source,
  }: { readonly choices: Choices; readonly decidedAt: Date; readonly source: string },
): string {
  return encodeRecord({ id: createId(), decidedAt, policy: settings.policy.version, source, choices })
}

/** About 80 random bits: enough to be unique, too few to be worth guessing. */
function createId(): string {
  // Not `Array.from`: Prototype.js and MooTools replace it.
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte % 36).toString(36)).join('')
}
