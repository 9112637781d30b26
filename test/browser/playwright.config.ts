import { defineConfig } from '@playwright/test'
import { type BrowserName, launchOptions } from './browsers.mjs'

/** What the headless shell of Chromium does not have: the back/forward cache, and text as windows draw it. */
const inWindows = ['**/looks/*.test.ts', '**/harness/*.test.ts', '**/signals/google-consent-mode.test.ts']

const project = (name: BrowserName, hasWindows = false) => {
  const { channel, ...options } = launchOptions(name, { hasWindows })
  // `*.chromium.test.ts` is for what the other engine does not have.
  const other = name === 'chromium' ? 'firefox' : 'chromium'
  return {
    name: hasWindows ? `${name}-window` : name,
    testIgnore: [`**/*.${other}.test.ts`, ...(name === 'chromium' && !hasWindows ? inWindows : [])],
    ...(hasWindows && { testMatch: inWindows }),
    use: { browserName: name, ...(channel && { channel }), launchOptions: options },
  }
}

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../../test-results',
  // One picture for every system: what is written in them is drawn in a font of the test's own.
  snapshotPathTemplate: '{testFileDir}/pictures/{arg}{ext}',
  workers: 2,
  // A loaded machine is slow, not wrong: one more try there, and the list says which needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./closing-line.mjs']],
  use: {
    ignoreHTTPSErrors: true,
    actionTimeout: 15_000,
    locale: 'en-US',
    viewport: { width: 1280, height: 720 },
  },
  projects: [project('chromium'), project('chromium', true), project('firefox')],
})
