/**
 * Tasks of the page's main thread between the click and the last released
 * script, from the browser's own trace: it also sees those under 50 ms.
 * @returns their lengths in milliseconds
 */
export async function traceTasks(browser, { page }, action) {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', 'devtools.timeline'] })
  await action()
  const { traceEvents } = JSON.parse(`${await browser.stopTracing()}`)
  const mark = (name) => traceEvents.find((event) => event.name === name)
  const [from, to] = [mark('bench-from'), mark('bench-to')]
  return traceEvents
    .filter(({ name, pid, tid, ts, dur }) => {
      if (!/RunTask$/.test(name) || pid !== from.pid || tid !== from.tid) return false
      return ts + dur > from.ts && ts < to.ts
    })
    .map(({ dur }) => dur / 1000)
}
