import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { createFailure, firstLine } from '../failure.js'
import { within } from '../within.js'
import { type BrowserName, findBrowser } from './find-browser.js'
import type { Playwright } from './load-playwright.js'

/** Milliseconds for a browser to end. */
const CLOSING = 15_000

export interface ProfileOptions {
  readonly browser: BrowserName
  readonly viewport: { readonly width: number; readonly height: number }
  readonly locale?: string | undefined
  readonly ignoreCertificate?: boolean | undefined
  /** Name and password for pages that ask for one. */
  readonly auth?: { readonly username: string; readonly password: string } | undefined
  /** An IP address that every host name leads to. */
  readonly resolve?: string | undefined
  readonly headed?: boolean | undefined
}

export interface Profile {
  readonly context: BrowserContext
  /** Closes the profile and what it stored. Never throws. */
  readonly close: () => Promise<void>
}

export interface Profiles {
  readonly version: () => string
  /** A profile that has visited nothing. */
  readonly open: (viewport?: ProfileOptions['viewport']) => Promise<Profile>
  readonly close: () => Promise<void>
}

/**
 * What visitors are protected from is asked for all the same: Firefox sets other sites' cookies apart and keeps
 * lists of trackers, and an audit has to see what the site does where neither is on.
 */
const firefoxPrefs = {
  'network.cookie.cookieBehavior': 0,
  'privacy.trackingprotection.enabled': false,
  'privacy.globalprivacycontrol.enabled': false,
  'browser.chrome.site_icons': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

/** Runs in pages: what `--disable-blink-features` does in Chromium. */
function hideAutomation(): void {
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false, configurable: true })
}

/** A folder for one profile in which other sites may keep what they want, as in a Chrome that nobody has set up. */
async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'askfirst-profile-'))
  await mkdir(join(folder, 'Default'))
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  return folder
}

function chromiumArguments({ resolve, ignoreCertificate }: ProfileOptions): string[] {
  // In one process with the page, frames of other sites report what caused their requests too.
  const args = ['--disable-site-isolation-trials', '--disable-background-networking', '--no-pings']
  // Consent tools that hide from machines are asked as a visitor would be (`navigator.webdriver` is false).
  args.push('--disable-blink-features=AutomationControlled')
  if (resolve) args.push(`--host-resolver-rules=MAP * ${resolve}`)
  // For service workers too, which the option of a context does not reach.
  if (ignoreCertificate) args.push('--ignore-certificate-errors')
  // Chromium refuses its sandbox to root, which is who containers run as.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return args
}

/** Opens fresh profiles of one browser. Chromium starts once for each: its private windows block other sites' cookies. */
export function createProfiles(playwright: Playwright, options: ProfileOptions): Profiles {
  const { browser: name, auth, locale = 'en-US', ignoreCertificate = false, resolve } = options
  const type = playwright[name]
  const executablePath = findBrowser(name, playwright)
  const open = new Set<Profile>()
  let firefox: Promise<Browser> | undefined
  let version = ''

  const settings = (viewport: ProfileOptions['viewport']): BrowserContextOptions => ({
    viewport: { ...viewport },
    locale,
    ignoreHTTPSErrors: ignoreCertificate,
    acceptDownloads: false,
    ...(auth && { httpCredentials: auth }),
  })

  async function start(viewport: ProfileOptions['viewport'], folders: string[]): Promise<BrowserContext> {
    const launch = {
      executablePath,
      headless: !options.headed,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    }
    if (name === 'chromium') {
      const folder = await createFolder()
      folders.push(folder)
      const context = await type.launchPersistentContext(folder, {
        ...launch,
        ...settings(viewport),
        args: chromiumArguments(options),
      })
      version = context.browser()?.version() ?? version
      return context
    }
    const firefoxUserPrefs = { ...firefoxPrefs, ...(resolve && { 'network.dns.forceResolve': resolve }) }
    // A Firefox as Mozilla ships it is driven over WebDriver BiDi; Playwright's own build is not.
    const channel = executablePath === type.executablePath() ? {} : { channel: 'moz-firefox' }
    firefox ??= type.launch({ ...launch, ...channel, firefoxUserPrefs })
    const browser = await firefox
    version = browser.version()
    const context = await browser.newContext(settings(viewport))
    await context.addInitScript(hideAutomation)
    return context
  }

  return {
    version: () => version,
    async open(viewport = options.viewport) {
      const folders: string[] = []
      const clean = () =>
        Promise.all(
          folders.map((folder) =>
            rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {}),
          ),
        )
      const context = await start(viewport, folders).catch(async (cause: unknown) => {
        await clean()
        throw createFailure(
          `${executablePath} did not start: ${firstLine(cause)}`,
          'Update it, or name another one with the environment variable.',
        )
      })
      const profile: Profile = {
        context,
        async close() {
          open.delete(profile)
          // A browser that does not end is ended with this process.
          await within(CLOSING, context.close()).catch(() => {})
          await clean()
        },
      }
      open.add(profile)
      return profile
    },
    async close() {
      await Promise.all([...open].map((profile) => profile.close()))
      if (firefox)
        await within(
          CLOSING,
          firefox.then((browser) => browser.close()),
        ).catch(() => {})
    },
  }
}
