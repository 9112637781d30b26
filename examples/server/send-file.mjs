import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export const contentType = (name) => types[extname(name)] ?? 'application/octet-stream'

/**
 * Answers with a file below `root`, if it is one.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {URL} root ends in a slash
 * @param {string} path relative to the root, still percent-encoded
 * @returns {Promise<boolean>} whether there was such a file
 */
export async function sendFile(response, root, path) {
  const file = new URL(path, root)
  // `..`, `//host` and `%2e%2e` are resolved by URL; what leaves the root is not served.
  if (!file.href.startsWith(root.href) || /%2f|%5c/i.test(path)) return false
  const body = await readFile(file).catch(() => undefined)
  if (!body) return false
  response.writeHead(200, {
    'content-type': contentType(file.pathname),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
  return true
}
