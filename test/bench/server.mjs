import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

/** Folders that are served as they are: both libraries as published. */
const folders = {
  '/askfirst/': new URL('../../dist/cdn/', import.meta.url),
  '/vanilla/': new URL('../../node_modules/vanilla-cookieconsent/dist/', import.meta.url),
}

const types = { js: 'text/javascript', css: 'text/css', html: 'text/html; charset=utf-8' }

function readLibraryFile(path) {
  const folder = Object.keys(folders).find((name) => path.startsWith(name))
  return folder && readFile(new URL(path.slice(folder.length), folders[folder])).catch(() => undefined)
}

/**
 * Serves pages, the libraries and third-party files on loopback. Nothing may be cached: every
 * round pays for the same requests.
 */
export async function startServer() {
  const pages = new Map()
  const server = createServer(async ({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
    const delay = Number(searchParams.get('delay') ?? 0)
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay))
    const body =
      pages.get(pathname) ?? (pathname === '/tag.js' ? 'tagRan()' : await readLibraryFile(pathname))
    const type = types[pathname.split('.')[1]] ?? types.html
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, 'Cache-Control': 'no-store' })
    response.end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  return {
    /** Puts a page on the server and returns its address. */
    page(path, html) {
      pages.set(path, html)
      return origin + path
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
