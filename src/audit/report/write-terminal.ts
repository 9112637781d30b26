import type { Answer } from '../rules/facts.js'
import { count } from './counting.js'
import type { AuditResult } from './result.js'

/** Marks text for a terminal, or leaves it plain. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
}

export function createPaint(isColoured: boolean): Paint {
  const sgr = (on: number, off: number) => (text: string) =>
    isColoured ? `\u001b[${on}m${text}\u001b[${off}m` : text
  return { bold: sgr(1, 22), dim: sgr(2, 22), red: sgr(31, 39), yellow: sgr(33, 39), green: sgr(32, 39) }
}

const marks = { error: '✗', warning: '!', note: '·' } as const

const describeAnswer = ({ phase, method, tool, detail }: Answer) =>
  `  ${phase.padEnd(10)} ${method === 'none' ? 'not answered' : `by ${method}${tool ? ` (${tool})` : ''}`}: ${detail}`

/** The summary that a person reads. */
export function writeTerminal(result: AuditResult, paint: Paint): string {
  const { findings, storage, requests, answers, problems, pages, browser, duration } = result
  const colours = { error: paint.red, warning: paint.yellow, note: paint.dim }
  const lines = [
    '',
    paint.bold(result.url),
    `${count(pages.length, 'page')} in ${browser}, ${duration} s: ${count(storage.length, 'stored item')}, ${count(requests.length, 'other host')}`,
    '',
    paint.bold('Answers'),
    ...answers.map(describeAnswer),
  ]
  for (const rule of new Set(findings.map((finding) => finding.rule))) {
    const own = findings.filter((finding) => finding.rule === rule)
    lines.push('', paint.bold(`${rule} (${own.length})`))
    const advised = new Set<string>()
    for (const { severity, message, advice, evidence, isNew } of own) {
      lines.push(colours[severity](`  ${marks[severity]} ${message}${isNew === false ? ' (known)' : ''}`))
      const [first, second] = evidence
      for (const line of [first, second]) if (line) lines.push(paint.dim(`      ${line.slice(0, 160)}`))
      // The same advice once for a rule: a screen of it hides what differs.
      if (!advised.has(advice)) lines.push(`      → ${advice}`)
      advised.add(advice)
    }
  }
  if (problems.length > 0)
    lines.push('', paint.bold('Not looked at'), ...problems.map((problem) => `  ${problem}`))
  const numbers = (['error', 'warning', 'note'] as const).map((severity) =>
    count(findings.filter((finding) => finding.severity === severity).length, severity),
  )
  lines.push('', findings.length > 0 ? paint.bold(numbers.join(', ')) : paint.green('No finding.'), '')
  return lines.join('\n')
}
