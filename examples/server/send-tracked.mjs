import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { readCookies, writeCookie } from './cookie-header.mjs'
import { contentType } from './send-file.mjs'
import { fillIn } from './send-page.mjs'

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * Logs a request for a tracked resource and answers it, cookies included.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ host: string, url: URL, page: string, port: number, log: { add(entry: object): void },
 *   resource: import('./tracked-resources.mjs').TrackedResource }} details
 */
export async function sendTracked(request, response, { host, url, page, port, log, resource }) {
  const sent = readCookies(request)
  const set = (resource.cookies ?? [])
    .map(({ name, days, next }) => ({ name, days, value: next(sent.get(name)) }))
    .filter(({ name, value }) => sent.get(name) !== value)
  const kind = request.headers['sec-fetch-dest'] ?? 'other'
  log.add({ page, host, path: url.pathname, kind, sent: [...sent.keys()], set: set.map(({ name }) => name) })

  if (resource.delay) await wait(resource.delay)
  response.writeHead(200, {
    'content-type': resource.file ? contentType(resource.file.pathname) : 'image/gif',
    // A stored answer would be used without a request, and the log would miss it.
    'cache-control': 'no-store',
    'set-cookie': set.map(({ name, value, days }) =>
      writeCookie(name, value, { days, thirdParty: host !== page }),
    ),
  })
  response.end(await readBody(resource.file, page, port))
}

async function readBody(file, page, port) {
  if (!file) return pixel
  const text = await readFile(file, 'utf8')
  // A frame passes on which demo page it stands in, for the requests it makes itself.
  return file.pathname.endsWith('.html') ? fillIn(text, { page, port: String(port) }) : text
}
