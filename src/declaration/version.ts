import { fill } from '../text/fill.js'
import type { Wording } from './wording.js'

/** `2024-10-01` → "Version of October 1, 2024"; what is no date stays as it is; none for a site without version. */
export function describeVersion(
  version: string,
  { texts, language }: Wording,
): { readonly text: string; readonly date?: string | undefined } | undefined {
  if (!version) return
  const day = /^\d{4}-\d\d-\d\d$/.test(version) ? new Date(version) : undefined
  if (!day || Number.isNaN(+day)) return { text: fill(texts.version, { version }) }
  // A date without a time is midnight in UTC; farther west that is still the day before.
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day)
  return { text: fill(texts.versionOf, { date }), date: version }
}
