import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { startDisplay } from './display.mjs'
import { obtainWebKit } from './find-webkit.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Milliseconds; many times what the suite needs, even on a loaded machine. */
const limit = 300_000

const ends = []
const endEverything = () => {
  for (const end of ends.splice(0)) end()
}
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]) {
  process.once(signal, () => {
    endEverything()
    console.log('0 passed, 1 failed')
    process.exit(128 + number)
  })
}

function build() {
  if (existsSync(`${root}dist/cdn/askfirst.js`)) return
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('The build failed; see above.')
}

/** vitest and all that it starts, browsers included, in a process group that ends as one. */
async function runTests(env) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/webkit/vitest.config.ts']
  const tests = spawn(process.execPath, [...vitest, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    detached: true,
  })
  const end = () => {
    try {
      process.kill(-tests.pid, 'SIGKILL')
    } catch {
      // Nobody is left.
    }
  }
  ends.push(end)
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    end()
  }, limit)
  const [status] = await once(tests, 'exit')
  clearTimeout(timer)
  if (isLate) throw new Error(`The suite had not ended after ${limit / 1000} seconds.`)
  return status ?? 1
}

async function main() {
  if (process.env.ASKFIRST_WEBKIT === 'none') {
    console.log('WebKit was NOT tested: ASKFIRST_WEBKIT=none.')
    console.log('0 passed, 0 failed')
    return 0
  }
  const { driver, browser, xvfb } = obtainWebKit()
  build()
  const env = {
    ASKFIRST_WEBKIT_DRIVER: driver,
    ASKFIRST_MINIBROWSER: browser,
    GDK_BACKEND: 'x11',
    // No accessibility bus where there is no session; GTK would wait for it.
    NO_AT_BRIDGE: '1',
    // Only pages of this suite are opened, and bubblewrap, which the GTK 4 port insists on, cannot work
    // in most containers (https://webkitgtk.org/reference/webkitgtk/stable/).
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  }
  if (xvfb) {
    const { display, stop } = await startDisplay(xvfb)
    ends.push(stop)
    env.DISPLAY = display
  }
  return runTests(env)
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`WebKit was NOT tested: ${error instanceof Error ? error.message : error}`)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  endEverything()
}
