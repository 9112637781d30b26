import { finish } from '../finish.mjs'
import { heldFiles, heldInline } from '../page.mjs'
import { settle } from '../settle.mjs'

const toLast = (title, content, count) => ({
  titles: [title],
  async run({ visit, accept, library }) {
    const opened = await visit(content, { count })
    await settle(opened, library)
    await accept(opened)
    const found = await finish(opened, count)
    return [found.reason ? found : found.last]
  },
})

export default {
  title: 'Accept → last released script, ms',
  note: 'The floor inserts everything at once: its inline code does not wait for files.',
  runs: [
    toLast('20 external files, 150 ms each', heldFiles(20, 150), 20),
    toLast('1 inline script', heldInline(1), 1),
    toLast('100 inline scripts', heldInline(100), 100),
    toLast('1,000 inline scripts', heldInline(1000), 1000),
    toLast('5,000 inline scripts', heldInline(5000), 5000),
  ],
}
