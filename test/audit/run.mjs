import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { obtainBrowser } from '../browser/browsers.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const [only] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'askfirst-audit-suite-'))
let passed = 0
let failed = 0

/** Runs a part of the suite and counts what its report says. */
function run(part, env = {}) {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [
    'run',
    '--config',
    'test/audit/vitest.config.ts',
    `test/audit/${part}`,
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { status } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  let counts = { numPassedTests: 0, numFailedTests: 0 }
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    // No report: the status says the rest.
  }
  passed += counts.numPassedTests
  // A part that ended badly has failed, whatever it counted.
  failed += Math.max(counts.numFailedTests, status === 0 ? 0 : 1)
}

/** `npm run test:audit -- shop` runs the files of that name alone, `-- unit` the logic without a browser. */
try {
  // The pages of the examples need the whole package, everything else the command alone.
  const isBuilt = existsSync(join(root, 'dist/cdn/askfirst.js'))
  const command = isBuilt ? [process.execPath, 'scripts/build-audit.mjs'] : ['npm', 'run', 'build']
  const [program = '', ...args] = command
  const shell = process.platform === 'win32' && program === 'npm'
  if (spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell }).status !== 0)
    throw new Error('The build failed; see above.')
  if (!only || only === 'unit') run('unit')
  const isInBrowsers = only !== 'unit'
  const browsers = isInBrowsers && {
    ASKFIRST_CHROMIUM: obtainBrowser('chromium'),
    ASKFIRST_FIREFOX: obtainBrowser('firefox'),
  }
  for (const browser of isInBrowsers ? ['chromium', 'firefox'] : [])
    run(`browser/${only ?? ''}`, { ...browsers, ASKFIRST_AUDIT_BROWSER: browser })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  failed += 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
