import { existsSync } from 'node:fs'
import { answerPageHost } from './answer-page-host.mjs'
import { askingPage } from './asking-page.mjs'
import { bundleEsomus } from './bundle-esomus.mjs'
import { demoPages } from './demo-pages.mjs'
import { createRequestLog } from './request-log.mjs'
import { sendTracked } from './send-tracked.mjs'
import { createLogStreams } from './stream-log.mjs'
import { trackedResources } from './tracked-resources.mjs'

/** Plays every host of the demo on one port: the two sites, the start page and the third parties. */
export async function createDemoServer() {
  if (!existsSync(new URL('../../dist/cdn/askfirst.js', import.meta.url))) {
    throw new Error('There is no dist/cdn/askfirst.js. Run `npm run build` first, or `npm start` for both.')
  }
  const bundle = await bundleEsomus()
  const log = createRequestLog()
  const streams = createLogStreams(log)
  let port = 0

  const answer = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    const resource = trackedResources.get(host)?.get(url.pathname)
    const page = demoPages.get(host)
    if (resource) {
      const asking = askingPage(request, url, [...demoPages.keys()])
      await sendTracked(request, response, { host, url, page: asking, port, log, resource })
    } else if (
      page &&
      (await answerPageHost(request, response, { host, url, page, port, streams, bundle }))
    ) {
      return
    } else if (host === '127.0.0.1' || host === '[::1]') {
      response.writeHead(302, { location: `http://localhost:${port}/` }).end()
    } else {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
    }
  }

  return {
    handle(request, response) {
      answer(request, response).catch((error) => {
        console.error(error)
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
    },
    setPort(value) {
      port = value
    },
    endStreams: () => streams.end(),
  }
}
