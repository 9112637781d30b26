import type { Finding } from '../rules/facts.js'

type Judged = Finding & { readonly isNew?: boolean | undefined }

/** The findings that fail a run: errors and warnings, or the rules that `--fail-on` names; only new ones beside a baseline. */
export function failing(findings: readonly Judged[], failOn: readonly string[] | undefined): Judged[] {
  return findings.filter(({ rule, severity, isNew }) => {
    if (isNew === false) return false
    return failOn ? failOn.includes(rule) : severity !== 'note'
  })
}

/** `1 page`, `2 pages`. */
export const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
