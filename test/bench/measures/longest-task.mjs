import { finish } from '../finish.mjs'
import { heldInline } from '../page.mjs'
import { settle } from '../settle.mjs'
import { traceTasks } from '../trace.mjs'

const COUNT = 5000

export default {
  title: 'Longest task from the click to the last of 5,000 inline scripts, ms',
  note: 'From the trace of the browser, which slows all of them. Blocking time: what tasks take beyond 50 ms.',
  runs: [
    {
      titles: ['longest task', 'total blocking time'],
      async run({ browser, visit, accept, library }) {
        const opened = await visit(heldInline(COUNT), { count: COUNT })
        await settle(opened, library)
        await opened.page.evaluate(() => {
          addEventListener('click', () => performance.mark('bench-from'), true)
          void finished.then(() => performance.mark('bench-to'))
        })
        let found
        const tasks = await traceTasks(browser, opened, async () => {
          await accept(opened)
          found = await finish(opened, COUNT)
          await opened.page.evaluate(() => done())
        })
        if (found.reason) return [found, found]
        return [Math.max(...tasks), tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0)]
      },
    },
  ],
}
