import { settle } from '../settle.mjs'

/** Runs in the page from its start: adds up tasks beyond 50 ms. */
function watch() {
  window.blocked = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.blocked += duration - 50
  }).observe({ type: 'longtask', buffered: true })
}

export default {
  title: 'First visit → total blocking time at 6 × CPU slowdown, ms over the page alone',
  note: 'Beyond 50 ms of each task until the page has settled, by the browser’s own long task entries.',
  runs: [
    {
      titles: ['total blocking time'],
      over: true,
      async run({ visit, library }) {
        const opened = await visit('', { slowdown: 6, init: [watch] })
        await settle(opened, library)
        return [await opened.page.evaluate(() => window.blocked)]
      },
    },
  ],
}
