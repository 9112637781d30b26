/**
 * The fast check before a commit, in about a minute: types, lint, unit tests, rooms, build, and the browser tests
 * tagged `@smoke` in Chromium. `npm test` is the whole.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

/** Runs a command of package.json, prints its output when it fails. @returns whether it passed */
async function run(name, command) {
  const started = performance.now()
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [status] = await once(child, 'close')
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${seconds.padStart(6)} s`)
  if (status !== 0) console.error(output)
  return status === 0
}

const build = async () =>
  (await run('build', 'npm run build')) &&
  (await run('smoke', 'npm run test:browser -- --project=chromium --grep @smoke'))
const results = await Promise.all([
  run('types', 'npm run typecheck'),
  run('lint', 'npm run lint'),
  run('rooms', 'node --test test/package/layers.test.mjs'),
  run('unit', 'npm run test:unit'),
  build(),
])
process.exitCode = results.every(Boolean) ? 0 : 1
