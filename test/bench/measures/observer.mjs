import { processorTime } from '../processor-time.mjs'
import { settle } from '../settle.mjs'

const nodes = '<p class="a">Text <b>b</b> <i>i</i> <span>s</span></p>\n'.repeat(50_000 / 4)

/** As an app would: some at a time, each with something inside, and the page is idle afterwards. */
function insert() {
  const list = document.body.appendChild(document.createElement('div'))
  for (let index = 0; index < 10_000; index++) {
    const item = document.createElement('p')
    item.append('Item ', document.createElement('b'))
    list.append(item)
  }
  // After the observers, which are microtasks, and what they have put off.
  return new Promise((resolve) => setTimeout(resolve, 300))
}

export default {
  title: 'Ordinary nodes, CPU ms of the main thread over the page alone',
  note: 'Nothing is tagged. Differences of some ms are noise of the browser’s own work on the page.',
  runs: [
    {
      titles: ['50,000 nodes at the start: script', '50,000 nodes at the start: all'],
      over: true,
      async run({ visit, library }) {
        const opened = await visit(nodes)
        await settle(opened, library)
        const { script, task } = await processorTime(opened)
        return [script, task]
      },
    },
    {
      titles: ['10,000 insertions into them: script', '10,000 insertions into them: all'],
      over: true,
      async run({ visit, library }) {
        const opened = await visit(nodes)
        await settle(opened, library)
        const before = await processorTime(opened)
        await opened.page.evaluate(insert)
        const after = await processorTime(opened)
        return [after.script - before.script, after.task - before.task]
      },
    },
  ],
}
