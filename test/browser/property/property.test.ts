import { randomInt } from 'node:crypto'
import process from 'node:process'
import fc from 'fast-check'
import { test } from '../harness/index.js'
import { plans } from './plan.js'
import { report } from './report.js'
import { createVisits, type Outcome } from './visits.js'

/** Visits at the same time. */
const BATCH = 5
/** Milliseconds for the visits of one seed; then no new ones are begun, but on a slow machine. */
const TIME = 12_000
/** Fewer would show too little: a slow machine takes longer. */
const LEAST = 20
const MOST = 500

const seeds = {
  'a fixed seed': 20_241_001,
  'a seed of its own': Number(process.env.ASKFIRST_SEED ?? randomInt(2 ** 31)),
}

for (const [name, seed] of Object.entries(seeds)) {
  test(`random visits run each script once, in order, and only with consent: ${name}`, async ({
    page,
    site,
    browserName,
  }) => {
    test.setTimeout(120_000)
    const limits = { markupBeforeLoad: browserName === 'firefox', tagsBeforePaint: true }
    const visit = await createVisits(page, site, limits)
    const all = fc.sample(plans, { seed, numRuns: MOST })
    const end = performance.now() + TIME
    let count = 0
    while (count < LEAST || (performance.now() < end && count < MOST)) {
      const outcomes = await visit(all.slice(count, count + BATCH))
      const failed = outcomes.findIndex(({ faults }) => faults[0])
      if (failed >= 0) throw new Error(await shrink(count + failed, outcomes[failed] as Outcome))
      count += outcomes.length
    }
    console.log(`${browserName}: ${count} visits with the seed ${seed}`)

    async function shrink(index: number, first: Outcome): Promise<string> {
      let smallest = first
      await fc.check(
        fc.asyncProperty(plans, async (plan) => {
          const [outcome] = await visit([plan])
          if (!outcome?.faults[0]) return true
          smallest = outcome
          return false
        }),
        { seed, path: `${index}`, numRuns: 1, interruptAfterTimeLimit: 20_000 },
      )
      return report(seed, index, first, smallest)
    }
  })
}
