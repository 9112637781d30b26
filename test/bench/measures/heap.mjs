import { settle } from '../settle.mjs'

export default {
  title: 'JavaScript heap with the banner shown, kB over the page alone',
  note: 'After three forced collections.',
  runs: [
    {
      titles: ['heap'],
      over: true,
      async run({ visit, library }) {
        const opened = await visit('')
        await settle(opened, library)
        for (let time = 0; time < 3; time++) await opened.cdp.send('HeapProfiler.collectGarbage')
        const { usedSize } = await opened.cdp.send('Runtime.getHeapUsage')
        return [usedSize / 1000]
      },
    },
  ],
}
