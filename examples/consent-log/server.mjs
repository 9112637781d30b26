import { createServer } from 'node:http'
import { createApp } from './src/app.mjs'
import { createLog } from './src/log.mjs'
import { readSettings } from './src/settings.mjs'
import { openStore } from './src/stores/open-store.mjs'

const log = createLog(process.env.LOG_LEVEL)

/** What ends the start is said in one line, not in a stack. */
function fail(error) {
  log.error('not started', { reason: error.message, code: error.code })
  process.exit(1)
}

let isStopping = false
const settings = await Promise.resolve(process.env).then(readSettings).catch(fail)
const store = await openStore(settings, log).catch(fail)
const server = createServer(
  // Node looks for connections that are over their time every 30 seconds, unless it is told otherwise.
  {
    requestTimeout: 10_000,
    headersTimeout: 5_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
  },
  createApp({ store, settings, log, isStopping: () => isStopping }),
)
server.once('error', fail)
server.listen(settings.port, settings.host, () => {
  log.info('listening', { port: server.address().port, store: store.name })
})

async function stop(signal) {
  if (isStopping) return
  isStopping = true
  log.info('stopping', { signal })
  // Requests under way are answered; connections that are idle are not waited for.
  const closed = new Promise((resolve) => server.close(resolve))
  const closing = setInterval(() => server.closeIdleConnections(), 50)
  setTimeout(() => server.closeAllConnections(), 10_000).unref()
  await closed
  clearInterval(closing)
  await store.close()
  log.info('stopped')
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
