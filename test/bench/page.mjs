import { libraries } from './libraries.mjs'

/** Runs before anything else on the page: clocks that released tags, clicks and long tasks start and stop. */
const clocks = `<script>
  window.times = { ran: 0, longest: 0 }
  function tagRan() { times.ran++; times.first ??= performance.now(); times.last = performance.now() }
  addEventListener('click', (event) => { times.click ??= event.timeStamp }, true)
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (times.click && startTime + duration > times.click) times.longest = Math.max(times.longest, duration)
  }).observe({ type: 'longtask' })
</script>`

/** A whole document with one of the libraries, or with none. */
export function writePage(name, body) {
  const head = libraries[name]?.head ?? ''
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${clocks}${head}<body><h1>Bench</h1>\n${body}`
}

/** Waits until `count` tags have run, or until none has for a second: one of the two stops half way. */
export async function waitForTags(page, count) {
  return page.evaluate(async (expected) => {
    const { times } = window
    let seen = -1
    for (let idle = 0; times.ran < expected && idle < 20; idle = times.ran === seen ? idle + 1 : 0) {
      seen = times.ran
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    // Long tasks are reported after the fact.
    await new Promise((resolve) => setTimeout(resolve, 100))
    return times
  }, count)
}

/** The banner has come, and has stopped moving. */
export async function waitForBanner(page, name) {
  await page.locator(libraries[name].accept).click({ trial: true })
}
