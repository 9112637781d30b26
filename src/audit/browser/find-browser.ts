import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { createFailure } from '../failure.js'
import type { Playwright } from './load-playwright.js'

export type BrowserName = 'chromium' | 'firefox'

const variables = { chromium: 'ASKFIRST_CHROMIUM', firefox: 'ASKFIRST_FIREFOX' } as const

const commands = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chrome',
    'msedge',
  ],
  firefox: ['firefox-esr', 'firefox'],
} as const

const places: { readonly [N in BrowserName]: { readonly [platform: string]: readonly string[] } } = {
  chromium: {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
    linux: ['/opt/google/chrome/chrome'],
  },
  firefox: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
    linux: ['/opt/firefox/firefox', '/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox'],
  },
}

/** A name on PATH may be an empty shell that tells its user to install something. */
function starts(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // `--version` opens a window on Windows.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function installedPaths(name: BrowserName): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const usual = places[name][process.platform] ?? []
  if (process.platform !== 'win32')
    return [...commands[name].flatMap((command) => folders.map((folder) => join(folder, command))), ...usual]
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((one) => process.env[one] ?? [])
  return usual.flatMap((path) => roots.map((root) => join(root, path)))
}

/**
 * The executable of a browser: the one that an environment variable names, an installed one, Playwright's own.
 * @throws a failure that says how to get one
 */
export function findBrowser(name: BrowserName, playwright: Playwright): string {
  const variable = variables[name]
  const asked = process.env[variable]
  if (asked) {
    if (existsSync(asked)) return asked
    throw createFailure(`${variable} names ${asked}, which does not exist.`, 'Correct it or unset it.')
  }
  const path = [...installedPaths(name), playwright[name].executablePath()].find(starts)
  if (path) return path
  throw createFailure(
    `No ${name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'} was found.`,
    `Install one, run \`npx playwright-core install ${name}\`, or set ${variable} to its executable.`,
  )
}
