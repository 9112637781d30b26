import { cannot } from './cannot.mjs'

/** Milliseconds without progress after which a library is taken to have stopped. */
const STALL = 3000

/**
 * Waits until every released script has called `mark()`.
 * @returns milliseconds from the click, or from the start of the navigation, to the first and the last of them
 */
export async function finish({ page }, count) {
  const { ran, first, last } = await page.evaluate(async (stall) => {
    let before
    do {
      before = ran
      await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, stall))])
    } while (ran !== before)
    return { ran, first: first - clicked, last: last - clicked }
  }, STALL)
  return ran === count ? { first, last } : cannot(`${ran} of ${count} ran`)
}
