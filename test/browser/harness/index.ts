import { test as base, type Page } from '@playwright/test'
import { readAcrossReload } from './across-reload.js'
import { goBack } from './back.js'
import type { Bundle } from './bundle.js'
import { answerCdn } from './cdn.js'
import { type ConsentPage, createConsentPage } from './consent.js'
import { answerEndpoint } from './endpoints.js'
import { createServer, type Server } from './server.js'
import { createSite, type Site } from './site.js'
import { openUnattended } from './unattended.js'
import { collectViolations, type Violation } from './violations.js'

export { expect } from '@playwright/test'
export type { LoggedRequest } from './server.js'
export type { Violation }

declare global {
  interface Window {
    /** What the test endpoints' scripts have noted, in the order they ran. */
    ran?: string[]
  }
}

interface TestFixtures {
  /** `test.use({ secure: true })`: every address of this file is https. */
  secure: boolean
  site: Site & {
    /** See `collectViolations`: call it before `goto`. */
    violations(page: Page): Promise<readonly Violation[]>
    /** What has run so far. */
    ran(page: Page): Promise<readonly string[]>
    /** One step back in history, through the back/forward cache. */
    back(page: Page): Promise<void>
  }
  /** Opens an address in a Chromium without debugger: see `openUnattended`. */
  unattended: (url: string) => Promise<void>
  consent: ConsentPage
}

interface WorkerFixtures {
  /** Settings of Firefox for one file, where Playwright's own (`colorScheme`, …) do not reach it. */
  firefoxPrefs: { readonly [name: string]: string | number | boolean }
  server: Server
  bundles: Map<string, Bundle>
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  secure: [false, { option: true }],
  firefoxPrefs: [{}, { option: true, scope: 'worker' }],
  launchOptions: [
    async ({ launchOptions, firefoxPrefs }, use) =>
      use({ ...launchOptions, firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, ...firefoxPrefs } }),
    { scope: 'worker' },
  ],
  server: [
    // Playwright insists on a destructuring pattern, and an empty one reads like a mistake.
    async ({ browserName: _ }, use) => {
      const server = await createServer([answerEndpoint, answerCdn])
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  bundles: [async ({ browserName: _ }, use) => use(new Map()), { scope: 'worker' }],
  site: async ({ server, bundles, secure }, use) => {
    server.reset()
    await use({
      ...createSite(server, secure, bundles),
      violations: collectViolations,
      ran: (page) => readAcrossReload(() => page.evaluate(() => window.ran ?? [])),
      back: goBack,
    })
  },
  unattended: async ({ browserName: _ }, use) => {
    const closers: (() => Promise<void>)[] = []
    await use(async (url) => {
      closers.push(await openUnattended(url))
    })
    for (const close of closers) await close()
  },
  consent: async ({ page, context }, use) => use(createConsentPage(page, context)),
})
