import { createDemoServer } from './server/demo-server.mjs'
import { listenNear } from './server/listen.mjs'

const wanted = Number(process.env.PORT ?? 4173)
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error('PORT must be a number from 0 to 65535.')
  process.exit(1)
}

const demo = await createDemoServer()
const { port, close } = await listenNear(wanted, demo.handle)
demo.setPort(port)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    demo.endStreams()
    close()
  })
}

console.log(`
askfirst demo: http://localhost:${port}/

  Balansys, English, from the CDN file   http://balansys.localhost:${port}/cookie-policy
  ESOMUS, French, bundled from npm       http://esomus.localhost:${port}/cookies
  Playground and gallery                 http://playground.localhost:${port}/

What to try (the panel on each page shows every request to a third party as it happens):
  1. Open a page: the banner asks, and nothing has been requested or stored.
  2. Accept: scripts run in order, frames load, cookies appear.
  3. Reload: no banner, and the tags work at once.
  4. Follow the link in the policy to the preferences and switch one category off.
  5. Withdraw: its cookies are erased and the page reloads without it.

Everything is served by this computer. If a *.localhost name does not open, use Chromium or Firefox.
Ctrl+C stops the server.
`)
