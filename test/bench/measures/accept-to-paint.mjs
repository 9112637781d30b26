import { finish } from '../finish.mjs'
import { heldInline } from '../page.mjs'
import { settle } from '../settle.mjs'

const busy = 'for (const until = performance.now() + 2; performance.now() < until;); mark()'

const toPaint = (title, count) => ({
  titles: [title],
  async run({ visit, accept, library }) {
    const opened = await visit(heldInline(count, busy), { count, slowdown: 6 })
    await settle(opened, library)
    await opened.page.evaluate(() => {
      window.interactions = []
      new PerformanceObserver((list) => interactions.push(...list.getEntries())).observe({
        type: 'event',
        durationThreshold: 16,
      })
    })
    await accept(opened)
    const found = await finish(opened, count)
    if (found.reason) return [found]
    // Entries come with the frame after the one they tell of.
    await opened.page.waitForTimeout(500)
    const durations = await opened.page.evaluate(() =>
      interactions.filter(({ interactionId }) => interactionId).map(({ duration }) => duration),
    )
    return [Math.max(8, ...durations)]
  },
})

export default {
  title: 'Accept click → next paint at 6 × CPU slowdown, ms',
  note: 'Each tag is busy for 2 ms. The browser reports steps of 8 ms and nothing under 16, shown as 8.',
  runs: [toPaint('1 tag waiting', 1), toPaint('50 tags waiting', 50)],
}
