import type { GateMemory } from '../memory.js'

/** One per document: a mark that came with saved markup of another one means nothing here. */
const token = () => `${performance.timeOrigin}`

/**
 * Makes a script that has run inert again: whatever copies it later (snapshots of Turbo, carousels) copies a held
 * tag. In the body the tag says that it has run, and of a copy the browser then decides, as of any untagged one:
 * clones do not run, elements that code makes do. In the head it stays as the server wrote it: routers compare the
 * markup there, and keep what is equal.
 */
export function markExecuted(script: HTMLScriptElement, type: string): void {
  script.type = type
  if (script.parentElement?.localName !== 'head') script.dataset.ran = token()
}

export function unmarkExecuted(script: HTMLElement): void {
  delete script.dataset.ran
}

/** Whether a script is a copy of one that has run. */
export const hasExecuted = ({ dataset }: HTMLElement): boolean => dataset.ran === token()

/** Address or text: equal scripts of two pages of an app have the same. */
export const identityOf = ({ dataset, src, text }: HTMLScriptElement): string => dataset.src || src || text

/** Whether a script equal to one that has run comes in with another page of an app. */
export const isRepeat = (script: HTMLScriptElement, { sources }: GateMemory): boolean =>
  hasExecuted(script) || sources.has(identityOf(script))

/**
 * Astro's router puts the tags of each page in again and marks those that it has seen on an earlier page: untagged
 * ones do not run again (`deselectScripts` of astro/dist/transitions/swap-functions.js, 5.18).
 */
export const isPassedOverByRouter = ({ dataset }: HTMLScriptElement): boolean =>
  dataset.astroExec !== undefined
