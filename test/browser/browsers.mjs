import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { chromium, firefox } from '@playwright/test'
import { installWithApt } from './install-with-apt.mjs'

const browsers = {
  chromium: {
    playwright: chromium,
    variable: 'ASKFIRST_CHROMIUM',
    commands: [
      // Without windows a page costs a third of the time.
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'msedge',
    ],
    places: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        'Chromium\\Application\\chrome.exe',
        'Google\\Chrome\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ],
      linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
    },
    aptPackage: 'chromium',
  },
  firefox: {
    playwright: firefox,
    variable: 'ASKFIRST_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: ['Mozilla Firefox\\firefox.exe'],
      linux: ['/opt/firefox/firefox', '/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox'],
    },
    aptPackage: 'firefox-esr',
  },
}

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A name on PATH may be an empty shell that tells its user to install something (Ubuntu's snaps). */
function starts(path) {
  if (!isExecutable(path)) return false
  // `--version` opens a window on Windows.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function installedPaths({ commands, places }) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const usual = places[process.platform] ?? []
  if (process.platform !== 'win32') {
    return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...usual]
  }
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  )
  return [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, `${command}.exe`))),
    ...usual.flatMap((path) => roots.map((root) => join(root, path))),
  ]
}

export function findBrowser(name) {
  const { variable, playwright } = browsers[name]
  const asked = process.env[variable]
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Error(`${variable} names ${asked}, which does not exist. Correct it or unset it.`)
  }
  return [...installedPaths(browsers[name]), playwright.executablePath()].find(starts)
}

function downloadFromPlaywright(name) {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', name], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  })
}

export function obtainBrowser(name) {
  const apt = () => installWithApt(browsers[name].aptPackage)
  for (const obtain of [() => {}, downloadFromPlaywright, apt]) {
    obtain(name)
    const path = findBrowser(name)
    if (path) return path
  }
  const { variable } = browsers[name]
  throw new Error(
    `No ${name} could be found, downloaded or installed: install one, or set ${variable} to its executable.`,
  )
}

/** A Chromium with windows, for pictures and the back/forward cache; the headless shell where there is no other. */
function findWithWindows() {
  const found = findBrowser('chromium')
  const { commands } = browsers.chromium
  const others = commands.filter((command) => !isShell(command))
  return isShell(found ?? '')
    ? (installedPaths({ ...browsers.chromium, commands: others }).find(starts) ?? found)
    : found
}

const isShell = (path) => /headless[-_]shell/.test(path)

/** @param {{ hasWindows?: boolean }} [needs] `hasWindows`: the headless shell will not do */
export function launchOptions(name, { hasWindows = false } = {}) {
  const executablePath = hasWindows ? findWithWindows() : findBrowser(name)
  if (!executablePath) throw new Error(`No ${name} found: start the suite with \`npm run test:browser\`.`)
  if (name === 'chromium') {
    const args = ['--host-resolver-rules=MAP * 127.0.0.1', '--disable-background-networking', '--no-pings']
    // Chromium refuses its sandbox to root, which is who containers run as.
    if (process.getuid?.() === 0) args.push('--no-sandbox')
    // Visitors have the back/forward cache; Playwright turns it off.
    return { executablePath, args, ignoreDefaultArgs: ['--disable-back-forward-cache'] }
  }
  return {
    // A Firefox as Mozilla ships it is driven over WebDriver BiDi; Playwright's own build is not.
    ...(executablePath !== firefox.executablePath() && { channel: 'moz-firefox' }),
    executablePath,
    firefoxUserPrefs: {
      'network.dns.forceResolve': '127.0.0.1',
      // No favicon requests in the server's log, and none that a policy under test would report.
      'browser.chrome.site_icons': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  }
}
