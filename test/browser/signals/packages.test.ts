import '../harness/events.js'
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import type { Site } from '../harness/site.js'

/** Real packages of vendors, bundled as a site would, against servers of the test (docs/signals.md has the recipes). */

const VENDOR = 'vendor.test'

interface Case {
  /** Code of the site after `consent` was made; `endpoint` is the vendor's address, without a slash at the end. */
  readonly source: (endpoint: string) => string
  /** An event of the site, which the vendor gets where it may. */
  readonly track: string
  /** Answers of the vendor's servers, by path. */
  readonly answers?: { readonly [path: string]: readonly [type: string, body: string] }
  /** What the vendor stores under a grant at least: names of cookies and keys. */
  readonly stores: RegExp
}

const cases: { readonly [name: string]: Case } = {
  PostHog: {
    source: (endpoint) => `
      import client from 'posthog-js'
      import { posthog } from 'askfirst/plugins/posthog'
      client.init('phc_test', {
        api_host: '${endpoint}',
        opt_out_capturing_by_default: true,
        opt_out_persistence_by_default: true,
        request_batching: false,
        disable_external_dependency_loading: true,
        advanced_disable_flags: true,
        autocapture: false,
        disable_session_recording: true,
        // Browsers that are driven count as bots, whose events are dropped.
        opt_out_useragent_filter: true,
      })
      window.track = () => client.capture('test')
      const plugins = [posthog({ client })]`,
    track: 'void window.track()',
    stores: /^(ph_phc_test|__ph_opt_in_out)/,
  },
  Mixpanel: {
    source: (endpoint) => `
      import client from 'mixpanel-browser'
      import { mixpanel } from 'askfirst/plugins/mixpanel'
      client.init('testtoken', {
        api_host: '${endpoint}',
        opt_out_tracking_by_default: true,
        opt_out_persistence_by_default: true,
        batch_requests: false,
        ignore_dnt: true,
      })
      window.track = () => client.track('test')
      const plugins = [mixpanel({ client })]`,
    track: 'void window.track()',
    stores: /^(mp_testtoken_mixpanel|__mp_opt_in_out)/,
  },
  Amplitude: {
    source: (endpoint) => `
      import * as client from '@amplitude/analytics-browser'
      import { amplitude } from 'askfirst/plugins/amplitude'
      const plugins = [amplitude({ client })]
      window.whenGranted = () => client.init('testkey0000', {
        serverUrl: '${endpoint}/2/httpapi',
        autocapture: false,
        remoteConfig: { fetchRemoteConfig: false },
        fetchRemoteConfig: false,
        flushIntervalMillis: 10,
      })
      window.track = () => client.track('test')`,
    track: 'void window.track()',
    stores: /^AMP_/,
  },
  Segment: {
    source: (endpoint) => `
      import { AnalyticsBrowser } from '@segment/analytics-next'
      import { segment } from 'askfirst/plugins/segment'
      const client = new AnalyticsBrowser()
      const plugins = [segment({ client })]
      window.whenGranted = () => client.load(
        { writeKey: 'testkey', cdnURL: '${endpoint}' },
        { integrations: { 'Segment.io': { apiHost: '${endpoint.replace(/^https?:\/\//, '')}/v1', protocol: 'http' } } },
      )
      window.track = () => client.track('test')`,
    track: 'void window.track()',
    answers: {
      '/v1/projects/testkey/settings': [
        'application/json',
        JSON.stringify({ integrations: { 'Segment.io': { apiKey: 'testkey' } }, plan: {}, edgeFunction: {} }),
      ],
    },
    stores: /^ajs_anonymous_id/,
  },
  Sentry: {
    source: (endpoint) => `
      import * as client from '@sentry/browser'
      import { sentryReplay } from 'askfirst/plugins/sentry-replay'
      client.init({
        dsn: '${endpoint.replace('://', '://key@')}/1',
        replaysSessionSampleRate: 0,
        replaysOnErrorSampleRate: 0,
        defaultIntegrations: false,
        integrations: [client.replayIntegration({ useCompression: false, flushMinDelay: 50, flushMaxDelay: 100, minReplayDuration: 0 })],
      })
      window.track = () => document.body.append(document.createElement('hr'))
      const plugins = [sentryReplay({ client })]`,
    track: 'void window.track()',
    stores: /^sentryReplaySession/,
  },
  Clarity: {
    source: () => `
      import client from '@microsoft/clarity'
      import { microsoftClarity } from 'askfirst/plugins/microsoft-clarity'
      const plugins = [microsoftClarity()]
      window.whenGranted = () => client.init('testproject')
      window.track = () => window.clarity?.('event', 'test')`,
    track: 'void window.track()',
    answers: {
      // In the place of the library: sends and stores as it does, and takes what the stub has queued.
      '/tag/testproject': [
        'text/javascript',
        `const send = (command) => fetch('//${VENDOR}:' + new URL(document.currentScript?.src ?? location.href).port)
         document.cookie = '_clck=1; path=/'
         window.commands = [...window.clarity.q].map((it) => [...it])
         const own = (...command) => window.commands.push(command)
         window.clarity = own`,
      ],
    },
    stores: /^_clck/,
  },
}

/** Names of all that the page has stored, ours left out. */
const stored = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.cookie.split('; ').map((cookie) => cookie.replace(/=.*/, '')),
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ].filter((name) => name && !/askfirst/.test(name)),
  )

const sentTo = (site: Site) => site.requests({ host: VENDOR }).filter(({ method }) => method !== 'OPTIONS')

async function open(page: Page, site: Site, { source, answers = {} }: Case): Promise<void> {
  const endpoint = site.url('/', { host: VENDOR }).replace(/\/$/, '')
  for (const [path, [type, body]] of Object.entries(answers)) site.file(path, body, { host: VENDOR, type })
  const bundle = await site.bundle(`
    import { createConsent } from 'askfirst'
    ${source(endpoint)}
    window.consent = createConsent({ plugins, reload: window.reload ?? 'never' })
    window.consent.start()
    if (window.whenGranted) window.consent.whenGranted('statistics').then(window.whenGranted)`)
  await page.addInitScript((host) => {
    // Clarity's address is fixed in its package: the same path on the test's server.
    const { src } = Object.getOwnPropertyDescriptors(HTMLScriptElement.prototype)
    Object.defineProperty(HTMLScriptElement.prototype, 'src', {
      ...src,
      set(value: string) {
        src?.set?.call(this, String(value).replace('https://www.clarity.ms', host))
      },
    })
  }, endpoint)
  await page.goto(site.page(`<title>Shop</title>${bundle}<body><h1>Shop</h1>`))
  await page.waitForFunction(() => window.consent?.status)
}

/** Long enough for all that the vendor would have sent by itself: the test's server answers within milliseconds. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)))
}

for (const [name, it] of Object.entries(cases)) {
  test(`${name}: nothing is sent or stored before, something after, nothing new after a withdrawal`, async ({
    page,
    site,
  }) => {
    test.setTimeout(120_000)
    await open(page, site, it)
    await page.evaluate(it.track)
    await settle(page)
    expect(sentTo(site)).toEqual([])
    expect(await stored(page)).toEqual([])

    await page.evaluate(() => void window.consent.save({ statistics: true }))
    await page.evaluate(it.track)
    await expect.poll(() => sentTo(site).length, { timeout: 20_000 }).toBeGreaterThan(0)
    await expect.poll(() => stored(page)).toEqual(expect.arrayContaining([expect.stringMatching(it.stores)]))

    await page.evaluate(() => void window.consent.withdraw())
    // What was collected under the grant may still leave.
    await settle(page)
    const sent = sentTo(site).length
    const kept = new Set(await stored(page))
    await page.evaluate(it.track)
    await settle(page)
    expect(sentTo(site).length).toBe(sent)
    expect((await stored(page)).filter((one) => !kept.has(one))).toEqual([])

    // And on the next page.
    await page.reload()
    await page.waitForFunction(() => window.consent?.status)
    await page.evaluate(it.track)
    await settle(page)
    expect(sentTo(site).length).toBe(sent)
    expect((await stored(page)).filter((one) => !kept.has(one))).toEqual([])
  })
}

test('Segment events carry the answers by category', async ({ page, site }) => {
  test.setTimeout(60_000)
  await open(page, site, cases.Segment as Case)
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await page.evaluate('void window.track()')
  const events = () => sentTo(site).filter(({ path }) => path === '/v1/t')
  await expect.poll(() => events().length, { timeout: 20_000 }).toBeGreaterThan(0)
  expect(JSON.parse(events()[0]?.body ?? '{}').context.consent).toEqual({
    categoryPreferences: { preferences: false, statistics: true, marketing: false },
  })
})
