import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const suites = ['webkit/run.mjs', 'browser/run.mjs']
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
let isInterrupted = false

/** Runs a suite, passes on what it prints, and reads its closing line. */
async function runSuite(file) {
  const suite = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  })
  const forward = (signal) => {
    isInterrupted = true
    suite.kill(signal)
  }
  for (const signal of signals) process.on(signal, forward)
  let end = ''
  suite.stdout.on('data', (chunk) => {
    process.stdout.write(chunk)
    end = `${end}${chunk}`.slice(-200)
  })
  const [status] = await once(suite, 'close')
  for (const signal of signals) process.off(signal, forward)
  const [, passed = 0, failed = 0] = end.match(/(?:^|\n)(\d+) passed, (\d+) failed\s*$/) ?? []
  // A suite that ended badly has failed, whatever it counted.
  return { passed: Number(passed), failed: Math.max(Number(failed), status === 0 ? 0 : 1) }
}

// One after the other: what they measure is time, too. The second runs even if the first has failed.
let passed = 0
let failed = 0
for (const file of suites) {
  if (isInterrupted) break
  const counts = await runSuite(file)
  passed += counts.passed
  failed += counts.failed
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
