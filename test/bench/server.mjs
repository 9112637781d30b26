import { createServer } from 'node:http'
import { extname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const types = { '.js': 'text/javascript', '.css': 'text/css', '': 'text/html; charset=utf-8' }

function compress(text, quality) {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
}

/**
 * A loopback server. Files are sent as a CDN sends them, compressed and
 * cacheable; `/slow.js` answers after `delay` milliseconds and calls `mark()`.
 */
export async function startServer(files) {
  const bodies = new Map(Object.entries(files).map(([path, text]) => [path, compress(text, 11)]))
  const pages = new Map()

  const server = createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const body = bodies.get(pathname) ?? pages.get(pathname)
    if (pathname === '/slow.js') {
      setTimeout(
        () =>
          response
            .writeHead(200, { 'Content-Type': types['.js'], 'Cache-Control': 'no-store' })
            .end('mark()'),
        Number(searchParams.get('delay')),
      )
    } else if (body) {
      const cache = pages.has(pathname) ? 'no-cache' : 'public, max-age=604800'
      const headers = {
        'Content-Type': types[extname(pathname)],
        'Content-Encoding': 'br',
        'Cache-Control': cache,
      }
      response.writeHead(200, headers).end(body)
    } else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    /** Puts a document on the server and returns its address. */
    page(html) {
      const known = [...pages].find(([, { source }]) => source === html)?.[0]
      const path = known ?? `/page-${pages.size}`
      if (!known) pages.set(path, Object.assign(compress(html, 5), { source: html }))
      return `http://localhost:${server.address().port}${path}`
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
