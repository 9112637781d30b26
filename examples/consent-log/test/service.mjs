import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))

/** The service as it is started by its command, on a free port. */
export async function startService(environment) {
  const child = spawn(process.execPath, ['server.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = []
  const exited = once(child, 'exit')
  let closed
  const port = await new Promise((resolve, reject) => {
    const output = createInterface(child.stdout)
    closed = once(output, 'close')
    output.on('line', (line) => {
      lines.push(JSON.parse(line))
      if (lines.at(-1).message === 'listening') resolve(lines.at(-1).port)
      if (lines.at(-1).message === 'not started') reject(new Error(line))
    })
    output.on('close', () => reject(new Error('The service ended.')))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    /** What it has logged. */
    lines,
    get: (path, headers) => fetch(url + path, { headers }),
    post: (body, headers) =>
      fetch(`${url}/receipts`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
      }),
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const [code] = await exited
      await closed
      return code
    },
  }
}
