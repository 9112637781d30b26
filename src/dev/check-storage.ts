import type { Consent } from '../api/consent.js'
import { warn } from '../browser/warn.js'
import { namesOf } from '../model/decision.js'
import { examine } from './compare-storage.js'
import { lookAround } from './list-storage.js'

/** Tags set cookies when they have loaded, some seconds after the click. */
const PAUSE = 2000

/**
 * Development builds only: once everything is granted, compares what the browser keeps with what is declared,
 * now and again, and says in one warning what is new. Before that a cookie may be missing for good reason.
 * @returns stops looking
 */
export function auditStorage({ options, on, isGranted }: Consent): () => void {
  const told = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    const lines = examine(options, await lookAround()).filter((line) => !told.has(line))
    for (const line of lines) told.add(line)
    if (lines[0]) {
      warn(
        `what is stored and what is declared differ. Declare it under \`cookies\` of the category whose code sets it, and tag that code:\n  ${lines.join('\n  ')}`,
      )
    }
    if (timer) timer = setTimeout(look, PAUSE)
  }

  function follow(): void {
    const isComplete = namesOf(options).every(isGranted)
    if (isComplete) timer ??= setTimeout(look, PAUSE)
    else stop()
  }

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  const undo = [on('ready', follow), on('change', follow)]
  return () => {
    stop()
    for (const end of undo) end()
  }
}
