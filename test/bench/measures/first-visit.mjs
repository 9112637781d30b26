import { processorTime } from '../processor-time.mjs'
import { settle } from '../settle.mjs'

export default {
  title: 'Main thread on a first visit, CPU ms over the page alone',
  note: 'From the start of the navigation until 1.2 s after the banner came, animations included.',
  runs: [
    {
      titles: ['all', 'of it script'],
      over: true,
      async run({ visit, library }) {
        const opened = await visit('')
        await settle(opened, library)
        await opened.page.waitForTimeout(500)
        const { task, script } = await processorTime(opened)
        return [task, script]
      },
    },
  ],
}
