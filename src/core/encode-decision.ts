import { choicesOf, withAnswers } from '../model/decision.js'
import type { ResolvedOptions } from '../model/options.js'
import { type ConsentRecord, encodeRecord } from '../model/record.js'

/**
 * Turns what is about to be granted into an encoded record, after plugins had their say.
 * @param attempt calls back and reports what throws: a broken plugin costs no choice
 */
export function draftRecord(
  options: ResolvedOptions,
  previous: ConsentRecord | undefined,
  granted: ReadonlySet<string>,
  source: string,
  attempt: (what: string, action: () => unknown) => void,
): string {
  const draft = { granted: new Set(granted), source }
  for (const { name, draft: change } of options.plugins) attempt(`plugin "${name}"`, () => change?.(draft))
  // A category that a plugin took out takes along what was granted with it.
  const taken = [...granted].filter((name) => !draft.granted.has(name)).map((name) => [name, false])
  return encodeRecord({
    id: previous?.id ?? createId(),
    // Later than the one before, whatever the clock says: that is how every tab knows which is the last.
    decidedAt: new Date(Math.max(Date.now(), previous ? +previous.decidedAt + 1000 : 0)),
    policy: options.policy.version,
    // Whoever hands `acceptAll` to `addEventListener` hands it an event.
    source: source.toLowerCase?.().replace(/[^a-z0-9-]+/g, '-') || 'api',
    choices: choicesOf(options, withAnswers(options, draft.granted, Object.fromEntries(taken))),
  })
}

/** About 80 random bits: enough to be alone, too few to be worth guessing. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 36).toString(36)).join('')
}
