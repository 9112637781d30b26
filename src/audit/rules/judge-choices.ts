import type { Choices, Control, Finding, Severity } from './facts.js'
import { grounds } from './grounds.js'

/** Text below this is unreadable for many (WCAG 2.2, 1.4.3). */
const READABLE = 4.5
/** Differences that a label of another length explains. */
const SMALLEST_AREA = 0.6
const SMALLEST_FONT = 0.9
/** A surface that stands out beside one that does not. */
const STANDS_OUT = 2
const DOES_NOT = 1.25

const round = (value: number) => Math.round(value * 10) / 10

function compare(accept: Control, reject: Control): [severity: Severity, problem: string, cure: string][] {
  const found: [Severity, string, string][] = []
  const area = (reject.width * reject.height) / Math.max(1, accept.width * accept.height)
  if (area < SMALLEST_AREA)
    found.push([
      'warning',
      `"${reject.label}" has ${Math.round(area * 100)} % of the area of "${accept.label}"`,
      'Give both the same size.',
    ])
  if (reject.fontSize < accept.fontSize * SMALLEST_FONT)
    found.push([
      'warning',
      `"${reject.label}" is set in ${reject.fontSize} px, "${accept.label}" in ${accept.fontSize} px`,
      'Set both in one size.',
    ])
  if (reject.fontWeight + 200 <= accept.fontWeight)
    found.push([
      'note',
      `"${reject.label}" is set in weight ${reject.fontWeight}, "${accept.label}" in ${accept.fontWeight}`,
      'Set both in one weight.',
    ])
  if (reject.contrast < READABLE && reject.contrast < accept.contrast)
    found.push([
      'warning',
      `the text of "${reject.label}" has a contrast of ${round(reject.contrast)} : 1, that of "${accept.label}" ${round(accept.contrast)} : 1`,
      `Give it at least ${READABLE} : 1.`,
    ])
  if (reject.tag === 'a' && accept.tag !== 'a')
    found.push([
      'warning',
      `"${reject.label}" is a link beside the button "${accept.label}"`,
      'Make both buttons.',
    ])
  if (accept.prominence >= STANDS_OUT && reject.prominence < DOES_NOT)
    found.push([
      'warning',
      `"${accept.label}" is a filled button and "${reject.label}" is not`,
      'Give both the same colours.',
    ])
  return found
}

function judge({ page, viewport, accept, reject, clicksToRefuse, preTicked }: Choices): Finding[] {
  const rule = 'unequal-choices'
  const write = (
    about: string,
    severity: Severity,
    message: string,
    advice: string,
    ground = rule,
  ): Finding => ({
    rule,
    severity,
    message,
    advice,
    subject: `banner ${about} ${viewport}`,
    page,
    evidence: [accept, reject].flatMap((control) =>
      control ? `${viewport}: ${JSON.stringify(control)}` : [],
    ),
    grounds: grounds[ground] ?? [],
  })
  const findings: Finding[] = []
  if (accept && reject)
    for (const [severity, problem, cure] of compare(accept, reject))
      findings.push(write(cure, severity, `In the banner at ${viewport}, ${problem}.`, cure))
  if (accept && !reject) {
    const way = clicksToRefuse ? `to refuse takes ${clicksToRefuse} clicks` : 'no way to refuse was found'
    findings.push(
      write(
        'no refusal',
        'error',
        `The banner at ${viewport} accepts with one click ("${accept.label}"), and ${way}.`,
        'Put "reject all" beside "accept all", on the first layer.',
      ),
    )
  }
  if (preTicked.length > 0) {
    const names = preTicked.map((label) => `"${label}"`).join(', ')
    findings.push(
      write(
        'pre-ticked',
        'error',
        `Switched on before the visitor chose: ${names}.`,
        'Start with every switch off that is not required.',
        'pre-ticked',
      ),
    )
  }
  return findings
}

/** Choices that are not equal, as they are drawn. */
export const judgeChoices = (choices: readonly Choices[]): Finding[] => choices.flatMap(judge)
