import { settle } from '../settle.mjs'

export default {
  title: 'Bytes and requests until the banner, over the page alone',
  note: 'Compressed bodies with their headers, configuration included: what the network carries.',
  runs: [
    {
      titles: ['kB', 'requests'],
      over: true,
      async run({ visit, library }) {
        let bytes = 0
        let requests = 0
        const opened = await visit('', {
          onOpen: async (cdp) => {
            await cdp.send('Network.enable')
            cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
              bytes += encodedDataLength
              requests++
            })
          },
        })
        await settle(opened, library)
        return [bytes / 1000, requests]
      },
    },
  ],
}
