import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { play, startThirdParty } from './play.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))
/** Written in the apps. */
const THIRD_PARTY = 5055
const PORT = 4178

/** `runsPageScripts`: whether the framework runs an untagged script that comes with a page it goes to. */
const apps = {
  next: {
    package: 'next',
    build: ['next', 'build'],
    start: ['next', 'start', '-p', `${PORT}`],
    ways: ['cdn', 'npm'],
    hasServer: true,
    // "Scripts inside React components are never executed when rendering on the client" (its own warning).
    runsPageScripts: false,
  },
  'react-router': {
    package: 'react-router',
    build: ['react-router', 'build'],
    start: ['react-router-serve', 'build/server/index.js'],
    ways: ['cdn', 'npm'],
    hasServer: true,
    runsPageScripts: false,
  },
  sveltekit: {
    package: '@sveltejs/kit',
    build: ['vite', 'build'],
    start: ['node', 'build'],
    ways: ['cdn', 'npm'],
    hasServer: true,
    // `{@html}` is `innerHTML`.
    runsPageScripts: false,
  },
  nuxt: {
    package: 'nuxt',
    build: ['nuxt', 'build'],
    start: ['node', '.output/server/index.mjs'],
    ways: ['cdn', 'npm'],
    hasServer: true,
    runsPageScripts: true,
  },
  astro: {
    package: 'astro',
    build: ['astro', 'build'],
    start: ['astro', 'preview', '--port', `${PORT}`],
    ways: ['cdn'],
    hasServer: false,
    runsPageScripts: true,
  },
}

const names = process.argv.slice(2)
const unknown = names.find((name) => !apps[name])
if (unknown) {
  console.error(`Usage: npm run test:frameworks -- [${Object.keys(apps).join('] [')}]`)
  process.exit(2)
}

function run(folder, [command, ...args], env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}\n${stderr}`)
  return stdout.trim()
}

async function waitFor(url, end = Date.now() + 60_000) {
  while (Date.now() < end) {
    if (await fetch(url).catch(() => undefined)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`Nothing answers at ${url}.`)
}

const scratch = mkdtempSync(join(tmpdir(), 'askfirst-frameworks-'))
let passed = 0
let failed = 0
const thirdParty = await startThirdParty(THIRD_PARTY)
try {
  const [tarball] = run(root, [
    'npm',
    'pack',
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    scratch,
  ]).split('\n')
  for (const name of names[0] ? names : Object.keys(apps)) {
    const { build, start, ways, ...app } = apps[name]
    const folder = join(scratch, name)
    cpSync(join(here, 'apps', name), folder, { recursive: true })
    run(folder, [
      'npm',
      'install',
      '--no-audit',
      '--no-fund',
      '--legacy-peer-deps',
      join(scratch, `${tarball}`),
    ])
    const isKit = name === 'sveltekit'
    cpSync(
      join(folder, 'node_modules/askfirst/dist/cdn'),
      join(folder, isKit ? 'static/cdn' : 'public/cdn'),
      {
        recursive: true,
      },
    )
    const { version } = JSON.parse(
      readFileSync(join(folder, 'node_modules', app.package, 'package.json'), 'utf8'),
    )
    for (const way of ways) {
      const tag = way === 'cdn' ? '<script src="/cdn/askfirst.js" data-policy-url="/about"></script>' : ''
      const env = {
        WAY: way,
        NEXT_PUBLIC_WAY: way,
        PUBLIC_WAY: way,
        VITE_WAY: way,
        PUBLIC_CDN_TAG: tag,
        PORT: `${PORT}`,
        ORIGIN: `http://localhost:${PORT}`,
        NEXT_TELEMETRY_DISABLED: '1',
        NUXT_TELEMETRY_DISABLED: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
      }
      run(folder, build[0] === 'node' ? build : ['npx', '--no-install', ...build], env)
      const [program, ...args] =
        start[0] === 'node' ? [process.execPath, ...start.slice(1)] : ['npx', '--no-install', ...start]
      const server = spawn(program, args, {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: 'ignore',
        detached: process.platform !== 'win32',
      })
      try {
        const url = `http://localhost:${PORT}/`
        await waitFor(url)
        for (const engine of ['chromium', 'firefox']) {
          try {
            await play({ ...app, url, engine })
            passed++
            console.log(`✓ ${name} ${version}, ${way}, ${engine}`)
          } catch (cause) {
            failed++
            console.log(`✗ ${name} ${version}, ${way}, ${engine}: ${cause.message}`)
          }
        }
      } finally {
        if (process.platform === 'win32') server.kill()
        else process.kill(-server.pid)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  }
} finally {
  thirdParty.close()
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
