import { finish } from '../finish.mjs'
import { heldInline } from '../page.mjs'

const COUNT = 10

const toFirst = (title, { network, isWarm = false }) => ({
  titles: [title],
  async run({ visit, returning }) {
    const context = await returning()
    if (isWarm) await (await visit(heldInline(COUNT), { count: COUNT, context })).page.close()
    const opened = await visit(heldInline(COUNT), { count: COUNT, context, network })
    const found = await finish(opened, COUNT)
    return [found.reason ? found : found.first]
  },
})

export default {
  title: 'Return visit → first of 10 released scripts, ms from the start of the navigation',
  note: 'Slow 4G: 150 ms for each request, 1.6 Mbit/s. The page has a style sheet, as pages do.',
  runs: [
    toFirst('warm cache', { isWarm: true }),
    toFirst('cold cache', {}),
    toFirst('warm cache, slow 4G', { isWarm: true, network: 'slow 4G' }),
    toFirst('cold cache, slow 4G', { network: 'slow 4G' }),
  ],
}
