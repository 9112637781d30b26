import type { State } from '../core/state.js'

/**
 * Lists on `<html data-consent>` what is granted, so that CSS can react:
 * categories, and services where they differ from theirs.
 * @returns takes the mark away
 */
export function markRoot({ granted, answer }: State): () => void {
  const { dataset } = document.documentElement
  const differs = (name: string) => !answer(name.split('.')[0] as string)
  dataset.consent = granted()
    .filter((name) => !name.includes('.') || differs(name))
    .join(' ')
  return () => delete dataset.consent
}
