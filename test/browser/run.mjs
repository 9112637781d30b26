import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { obtainBrowser } from './browsers.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    // npm is a script on Windows, and those need a shell.
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (error) throw error
  return status ?? 1
}

try {
  const browsers = {
    ASKFIRST_CHROMIUM: obtainBrowser('chromium'),
    ASKFIRST_FIREFOX: obtainBrowser('firefox'),
  }
  const built = ['dist/production/index.js', 'dist/cdn/askfirst.js'].every((file) =>
    existsSync(`${root}${file}`),
  )
  if (!built && run('npm', ['run', 'build']) !== 0) throw new Error('The build failed; see above.')
  const config = 'test/browser/playwright.config.ts'
  const playwright = 'node_modules/@playwright/test/cli.js'
  process.exitCode = run(
    process.execPath,
    [playwright, 'test', '-c', config, ...process.argv.slice(2)],
    browsers,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
