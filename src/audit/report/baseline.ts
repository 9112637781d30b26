import { readFile } from 'node:fs/promises'
import { createFailure, firstLine } from '../failure.js'
import type { Finding } from '../rules/facts.js'

const keyOf = ({ rule, subject }: Pick<Finding, 'rule' | 'subject'>) => `${rule} ${subject}`

/**
 * Marks what an earlier report (`--json`) did not have yet.
 * @throws a failure where the file is no report
 */
export async function markNew(
  findings: readonly Finding[],
  path: string,
): Promise<(Finding & { readonly isNew: boolean })[]> {
  try {
    const earlier = JSON.parse(await readFile(path, 'utf8'))
    const known = new Set((earlier.findings as Finding[]).map(keyOf))
    return findings.map((finding) => ({ ...finding, isNew: !known.has(keyOf(finding)) }))
  } catch (cause) {
    throw createFailure(
      `\`--baseline\` names ${path}, which is no report: ${firstLine(cause)}.`,
      'Name a file that an earlier run wrote with `--json`.',
    )
  }
}
