import type { Draft } from '../api/plugin.js'
import { choicesOf, withAnswers } from '../model/decision.js'
import { type Choices, type ConsentRecord, encodeRecord } from '../model/record.js'
import type { Settings } from '../model/settings.js'

interface Decision {
  readonly previous: ConsentRecord | undefined
  /** The names to grant before plugins had their say. */
  readonly granted: ReadonlySet<string>
  readonly draft: Draft
}

/** Encodes a decision as the value of the cookie. */
export function encodeDecision(settings: Settings, { previous, granted, draft }: Decision): string {
  // A category that a plugin took out takes along what was granted with it.
  const taken = [...granted].filter((name) => !draft.granted.has(name)).map((name) => [name, false])
  return encodeRecord({
    id: previous?.id ?? createId(),
    // Later than the record before, whatever the clock says: that is how every tab knows which is the last.
    decidedAt: new Date(Math.max(Date.now(), previous ? +previous.decidedAt + 1000 : 0)),
    policy: settings.policy.version,
    // Whoever hands `acceptAll` to `addEventListener` hands it an event.
    source: draft.source.toLowerCase?.().replace(/[^a-z0-9-]+/g, '-') || 'api',
    choices: choicesOf(settings, withAnswers(settings, draft.granted, Object.fromEntries(taken))),
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
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 36).toString(36)).join('')
}
