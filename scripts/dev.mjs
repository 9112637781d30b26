/** Builds on every change and serves the demo with a reload after each build: `npm run dev`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { createDemoServer } from '../examples/server/demo-server.mjs'
import { listenNear } from '../examples/server/listen.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const rollup = spawn(
  process.execPath,
  [
    'node_modules/rollup/dist/bin/rollup',
    '--config',
    'rollup.config.ts',
    '--configPlugin',
    'esbuild',
    '--watch',
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
)
const waiting = new Set()
let onBuilt = () => {}
const built = new Promise((resolve) => {
  onBuilt = resolve
})
let timer
rollup.stderr.on('data', (chunk) => {
  const text = `${chunk}`
  if (/error|warning/i.test(text)) process.stderr.write(chunk)
  // Rollup tells of each file; the page reloads when it has been quiet.
  clearTimeout(timer)
  timer = setTimeout(() => {
    onBuilt()
    for (const response of waiting) response.write('data: built\n\n')
  }, 1500)
})
rollup.once('exit', (status) => process.exit(status ?? 1))

/** Adds the script that reloads a page, with the nonce of the page's policy. */
function reloadPages(response) {
  const { writeHead, end } = response
  let reload = ''
  response.writeHead = (status, headers = {}) => {
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? ''
    if (/html/.test(headers['content-type'] ?? ''))
      reload = `<script nonce="${nonce}">new EventSource('/@reload').onmessage = () => location.reload()</script>`
    return writeHead.call(response, status, headers)
  }
  response.end = (body, ...rest) => end.call(response, reload ? `${body ?? ''}${reload}` : body, ...rest)
}

console.log('Building …')
await built
const demo = await createDemoServer()
const { port, close } = await listenNear(Number(process.env.PORT ?? 4173), (request, response) => {
  if (request.url !== '/@reload') {
    reloadPages(response)
    demo.handle(request, response)
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('\n')
  waiting.add(response)
  response.once('close', () => waiting.delete(response))
})
demo.setPort(port)
console.log(`http://localhost:${port}/ reloads after each build. Ctrl+C stops.`)

await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
rollup.removeAllListeners('exit')
rollup.kill()
demo.endStreams()
for (const response of waiting) response.end()
close()
