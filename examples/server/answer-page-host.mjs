import { contentType, sendFile } from './send-file.mjs'
import { sendPage } from './send-page.mjs'
import { startOver } from './start-over.mjs'

/**
 * Answers a request to one of the two sites or the start page.
 *
 * @param {{ port: number, streams: { stream: Function }, bundle: Map<string, Uint8Array> }} demo
 * @returns {Promise<boolean>} whether there was an answer
 */
export async function answerPageHost(request, response, { host, url, page, port, streams, bundle }) {
  const { pathname } = url
  const folder = Object.keys(page.assets).find((prefix) => pathname.startsWith(prefix))
  if (folder) return sendFile(response, page.assets[folder], pathname.slice(folder.length))

  const bundled = page.bundled && bundle.get(pathname)
  const other = page.others?.[pathname]
  if (pathname === page.path) await sendPage(response, page, port)
  else if (other) await sendPage(response, { ...page, file: other }, port)
  else if (pathname === '/') response.writeHead(302, { location: page.path }).end()
  else if (pathname === '/log') streams.stream(request, response, host)
  else if (pathname === '/start-over') startOver(request, response, host, page.path)
  else if (pathname === '/favicon.ico') response.writeHead(204).end()
  else if (bundled) {
    const headers = { 'content-type': contentType(pathname), 'cache-control': 'no-store' }
    response.writeHead(200, headers).end(bundled)
  } else return false
  return true
}
