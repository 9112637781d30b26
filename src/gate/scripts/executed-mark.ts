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

/**
 * Astro's router puts the tags of each page in again and marks those that it has seen on an earlier page: untagged
 * ones do not run again (`deselectScripts` of astro/dist/transitions/swap-functions.js, 5.18).
 */
export const isMarkedByRouter = ({ dataset }: HTMLScriptElement): boolean => dataset.astroExec !== undefined

/**
 * Whether a script is a copy of one that has run, or comes in again with another page of an app. On the page where it
 * has run an equal one is another one: components are rendered several times.
 */
export function isRepeat(script: HTMLScriptElement, { sources }: GateMemory): boolean {
  const identity = identityOf(script)
  const place = sources.get(identity)
  const isOfOtherPage = place !== undefined && (place !== location.href || isMarkedByRouter(script))
  if (isOfOtherPage) sources.set(identity, location.href)
  return isOfOtherPage || hasExecuted(script)
}
