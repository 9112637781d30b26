import type { Outcome } from './visits.js'

function tell({ plan, faults, planned, html }: Outcome): string {
  const body = html.slice(html.indexOf('<body>'))
  const steps = plan.steps.map(
    ({ wait, ...step }, index) => `${index + 1}. ${wait} ms: ${JSON.stringify(step)}`,
  )
  const log = planned.log.map(([what, which]) => (what === 'ran' ? which : `[${what} ${which}]`))
  return [
    ...faults,
    `remembered: ${JSON.stringify(plan.remembered) ?? 'nothing'}`,
    body,
    ...steps,
    `log: ${log.join(' ')}`,
    ...planned.told,
  ].join('\n')
}

/** What somebody needs to see the fault again. */
export function report(seed: number, index: number, first: Outcome, smallest: Outcome): string {
  return `Visit ${index} of the seed ${seed} went wrong. Again: ASKFIRST_SEED=${seed}

As it came: ${tell(first)}

Made as small as it would go: ${tell(smallest)}`
}
