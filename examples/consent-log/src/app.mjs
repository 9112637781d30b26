import { createHash, timingSafeEqual } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { allowOrigins } from './allow-origins.mjs'
import { clientAddress } from './client-address.mjs'
import { createDiskLimit } from './disk-limit.mjs'
import { exportReceipts, formats } from './export.mjs'
import { patterns } from './limits.mjs'
import { problem } from './problem.mjs'
import { createRateLimit } from './rate-limit.mjs'
import { readReceipt } from './read-receipt.mjs'

const digest = (text) => createHash('sha256').update(text).digest()

/**
 * The service as a listener for `node:http`.
 * @param isStopping whether it is about to end: the health check then tells the load balancer
 */
export function createApp({ store, settings, log, isStopping = () => false }) {
  const mayAsk = allowOrigins(settings.origins)
  const waitFor = createRateLimit(settings.rateLimit)
  const checkDisk = createDiskLimit(store, settings.diskLimit)

  function answer(response, status, body, headers = {}) {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(body === undefined ? undefined : `${JSON.stringify(body)}\n`)
  }

  function limit(request) {
    const seconds = waitFor(clientAddress(request, settings.trustedProxies))
    if (seconds) throw problem(429, 'Too many requests.', { 'retry-after': String(seconds) })
  }

  const asTime = (value, name) => {
    if (value === null) return undefined
    const time = new Date(value)
    if (Number.isNaN(+time)) throw problem(400, `"${name}" is not a date.`)
    return time.toISOString()
  }

  const routes = {
    'POST /receipts': async (request, response) => {
      limit(request)
      const receipt = await readReceipt(request)
      await checkDisk()
      const outcome = await store.append(receipt)
      if (outcome === 'conflict') throw problem(409, 'There is another receipt with this key.')
      answer(response, outcome === 'new' ? 201 : 200, { status: outcome })
    },
    'GET /receipts/:id': async (request, response, { id }) => {
      limit(request)
      if (!patterns.id.test(id)) throw problem(400, 'This is not an id.')
      answer(response, 200, await store.find(id))
    },
    'GET /export': async (request, response, { query }) => {
      const { exportToken } = settings
      if (!exportToken) throw problem(403, 'Set EXPORT_TOKEN to allow exports.')
      limit(request)
      const given = request.headers.authorization ?? ''
      if (!timingSafeEqual(digest(given), digest(`Bearer ${exportToken}`)))
        throw problem(401, 'The token is missing or wrong.', { 'www-authenticate': 'Bearer' })
      const format = query.get('format') ?? 'ndjson'
      if (!Object.hasOwn(formats, format)) throw problem(400, '"format" is ndjson or csv.')
      const after = Number(query.get('after') ?? 0)
      if (!Number.isSafeInteger(after) || after < 0) throw problem(400, '"after" is not a number.')
      const range = { from: asTime(query.get('from'), 'from'), to: asTime(query.get('to'), 'to') }
      response.writeHead(200, { 'content-type': formats[format].type })
      await pipeline(Readable.from(exportReceipts(store, { format, after, ...range })), response)
    },
    'GET /health': async (_, response) => {
      if (isStopping()) return answer(response, 503, { status: 'stopping', store: store.name })
      await store.ping()
      answer(response, 200, { status: 'ok', store: store.name })
    },
  }

  function routeOf(method, pathname) {
    const [, id] = /^\/receipts\/([^/]+)$/.exec(pathname) ?? []
    const path = id ? '/receipts/:id' : pathname
    const methods = Object.keys(routes).filter((route) => route.endsWith(` ${path}`))
    if (!methods[0]) throw problem(404, 'There is nothing here.')
    const allow = [...methods.map((route) => route.split(' ')[0]), 'OPTIONS'].join(', ')
    const name = `${method === 'HEAD' ? 'GET' : method} ${path}`
    if (method !== 'OPTIONS' && !routes[name]) throw problem(405, `Use ${allow}.`, { allow })
    return { id, allow, name }
  }

  async function handle(request, response, note) {
    const { origin } = request.headers
    const [pathname, search] = (request.url ?? '/').split('?', 2)
    const query = new URLSearchParams(search)
    response.setHeader('vary', 'Origin')
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-content-type-options', 'nosniff')
    if (!mayAsk(origin)) throw problem(403, 'This origin is not in ALLOWED_ORIGINS.')
    if (origin) {
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-expose-headers', 'Retry-After')
    }
    const { id, allow, name } = routeOf(request.method, pathname)
    note(name)
    if (request.method !== 'OPTIONS') return routes[name](request, response, { id, query })
    answer(response, 204, undefined, {
      'access-control-allow-methods': allow,
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    })
  }

  return async (request, response) => {
    const start = performance.now()
    // Neither address nor browser nor id: the route's pattern, not the path.
    let route = 'none'
    response.once('close', () => {
      const ms = Math.round((performance.now() - start) * 10) / 10
      const status = response.writableFinished ? response.statusCode : 'left'
      log.info('request', { method: request.method, route, status, ms })
    })
    try {
      await handle(request, response, (name) => {
        route = name
      })
    } catch (error) {
      if (response.headersSent || response.destroyed) return response.destroy()
      if (error.answer) {
        return answer(response, error.answer.status, { error: error.message }, error.answer.headers)
      }
      log.error('store failed', { reason: error.message, code: error.code })
      answer(
        response,
        503,
        { error: 'The receipt could not be kept. Try again later.' },
        { 'retry-after': '30' },
      )
    }
  }
}
