import '../harness/events.js'
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import type { Site } from '../harness/site.js'

/** Real packages of vendors, bundled as a site would, against servers of the test (docs/signals.md has the recipes). */

declare global {
  interface Window {
    /** Sends an event through the vendor's package. */
    track: (event: string) => unknown
  }
}

const VENDOR = 'vendor.test'

interface Case {
  /**
   * Code of the site before `consent` is made. It names `plugins` and puts `track(event)` on the page, and
   * `whenGranted` where the vendor waits for the grant. `endpoint` is the vendor's address, without a slash at the end.
   */
  readonly source: (endpoint: string) => string
  /** Answers of the vendor's servers, by path. Without one a vendor takes its delivery as failed and repeats it. */
  readonly answers: { readonly [path: string]: readonly [type: string, body: string] }
  /** What the vendor stores under a grant at least: names of cookies and keys. */
  readonly stores: RegExp
  /** Events of the time before the grant stay in memory and leave with it. */
  readonly keepsEarlier?: boolean
  /** What the vendor stores with a withdrawal, to stay silent. */
  readonly remembers?: readonly string[]
  /** The vendor goes on until the page is reloaded, which the default policy does. */
  readonly needsReload?: boolean
}

const json = (value: unknown) => ['application/json', JSON.stringify(value)] as const

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
        disable_compression: true,
        // Browsers that are driven count as bots, whose events are dropped.
        opt_out_useragent_filter: true,
      })
      window.track = (event) => client.capture(event)
      const plugins = [posthog({ client })]`,
    answers: { '/e/': json({ status: 1 }) },
    stores: /^(ph_phc_test|__ph_opt_in_out)/,
  },
  Mixpanel: {
    source: (endpoint) => `
      import client from 'mixpanel-browser'
      import { mixpanel } from 'askfirst/plugins/mixpanel'
      const plugins = [mixpanel({ client })]
      const started = new Promise((resolve) => {
        window.whenGranted = () => resolve(client.init('testtoken', {
          api_host: '${endpoint}',
          api_payload_format: 'json',
          batch_requests: false,
          ignore_dnt: true,
        }))
      })
      // Before \`init\` it throws.
      window.track = (event) => started.then(() => client.track(event))`,
    answers: { '/track/': json(1) },
    stores: /^mp_testtoken_mixpanel/,
    remembers: ['__mp_opt_in_out_testtoken'],
    keepsEarlier: true,
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
      window.track = (event) => client.track(event)`,
    answers: { '/2/httpapi': json({ code: 200 }) },
    stores: /^AMP_/,
    keepsEarlier: true,
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
      window.track = (event) => client.track(event)`,
    answers: {
      '/v1/projects/testkey/settings': json({
        integrations: { 'Segment.io': { apiKey: 'testkey' } },
        plan: {},
        edgeFunction: {},
      }),
      '/v1/t': json({ success: true }),
    },
    stores: /^ajs_anonymous_id/,
    keepsEarlier: true,
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
      window.track = (event) => {
        const line = document.createElement('hr')
        line.id = event
        document.body.append(line)
        // Not part of the picture that a later recording starts with.
        setTimeout(() => line.remove())
      }
      const plugins = [sentryReplay({ client })]`,
    answers: { '/api/1/envelope/': json({}) },
    stores: /^sentryReplaySession/,
  },
  Clarity: {
    source: () => `
      import client from '@microsoft/clarity'
      import { microsoftClarity } from 'askfirst/plugins/microsoft-clarity'
      const plugins = [microsoftClarity()]
      window.whenGranted = () => client.init('testproject')
      window.track = (event) => window.clarity?.('event', event)`,
    answers: {
      // In the place of the library: sends and stores as it does, from what its stub has queued on.
      '/tag/testproject': [
        'text/javascript',
        `const collect = new URL('/collect', document.currentScript.src)
         const queue = window.clarity.q
         document.cookie = '_clck=1; path=/'
         window.clarity = (...command) => fetch(collect, { method: 'POST', body: JSON.stringify(command) })
         for (const command of queue) window.clarity(...command)`,
      ],
    },
    stores: /^_clck/,
    needsReload: true,
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

/** Requests that carry one of the events. */
const carry = (site: Site, ...events: readonly string[]) =>
  sentTo(site).filter(({ body }) => events.some((event) => decodeURIComponent(body).includes(event)))

/** Not awaited on the page: some packages return a promise that waits for their start. */
const track = (page: Page, event: string) => page.evaluate((name) => void window.track(name), event)

async function open(page: Page, site: Site, { source, answers }: Case, options = ''): Promise<void> {
  const endpoint = site.url('/', { host: VENDOR }).replace(/\/$/, '')
  // As vendors' servers do: JSON and an authorization may come from another origin.
  const headers = { 'Access-Control-Allow-Headers': 'Content-Type, Authorization' }
  for (const [path, [type, body]] of Object.entries(answers))
    site.file(path, body, { host: VENDOR, type, headers })
  const bundle = await site.bundle(`
    import { createConsent } from 'askfirst'
    ${source(endpoint)}
    window.consent = createConsent({ plugins, ${options} })
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

/** Withdraws, and waits for the reload that the default policy makes. */
async function withdrawAndReload(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => void window.consent.withdraw())
  await loaded
  await page.waitForFunction(() => window.consent?.status)
}

for (const [name, it] of Object.entries(cases)) {
  test(`${name}: nothing is sent or stored before, something after, nothing new after a withdrawal`, async ({
    page,
    site,
  }) => {
    test.setTimeout(120_000)
    await open(page, site, it, it.needsReload ? '' : "reload: 'never'")
    await track(page, 'event-early')
    await settle(page)
    expect(sentTo(site)).toEqual([])
    expect(await stored(page)).toEqual([])

    await page.evaluate(() => void window.consent.save({ statistics: true }))
    // Packages that wait for the grant have started.
    await settle(page)
    await track(page, 'event-granted')
    await expect.poll(() => carry(site, 'event-granted').length, { timeout: 20_000 }).toBe(1)
    await expect.poll(() => stored(page)).toEqual(expect.arrayContaining([expect.stringMatching(it.stores)]))
    expect(carry(site, 'event-early')).toHaveLength(it.keepsEarlier ? 1 : 0)
    await settle(page)
    const kept = new Set(await stored(page))

    if (it.needsReload) await withdrawAndReload(page)
    else await page.evaluate(() => void window.consent.withdraw())
    // Content that was collected under the grant may still leave.
    await settle(page)
    const sent = sentTo(site).length
    expect((await stored(page)).filter((one) => !kept.has(one))).toEqual(it.remembers ?? [])
    for (const one of it.remembers ?? []) kept.add(one)
    await track(page, 'event-withdrawn')
    await settle(page)
    expect(sentTo(site).length).toBe(sent)
    expect((await stored(page)).filter((one) => !kept.has(one))).toEqual([])

    // And on the next page.
    await page.reload()
    await page.waitForFunction(() => window.consent?.status)
    await track(page, 'event-next')
    await settle(page)
    expect(sentTo(site).length).toBe(sent)
    expect(carry(site, 'event-withdrawn', 'event-next')).toEqual([])
    expect((await stored(page)).filter((one) => !kept.has(one))).toEqual([])
  })
}

test('Mixpanel stays silent while its key of the refusal is kept, and tracks again after a later grant', async ({
  page,
  site,
}) => {
  test.setTimeout(60_000)
  await open(
    page,
    site,
    cases.Mixpanel as Case,
    `reload: 'never', categories: {
      necessary: { required: true, cookies: [{ name: '__mp_opt_in_out_*', kind: 'local-storage' }] },
      statistics: { cookies: [{ name: 'mp_*' }, { name: 'mp_*', kind: 'session-storage' }] },
    }`,
  )
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await expect.poll(() => stored(page)).toContainEqual(expect.stringMatching(/^mp_testtoken_mixpanel/))
  await settle(page)
  await page.evaluate(() => void window.consent.withdraw())
  await expect.poll(() => stored(page)).toEqual(['__mp_opt_in_out_testtoken'])
  await track(page, 'event-withdrawn')
  await settle(page)
  expect(sentTo(site)).toEqual([])

  await page.reload()
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await expect
    .poll(async () => {
      await track(page, 'event-again')
      return carry(site, 'event-again').length
    })
    .toBeGreaterThan(0)
  expect(carry(site, 'event-withdrawn')).toEqual([])
})

test('Segment events carry the answers by category', async ({ page, site }) => {
  test.setTimeout(60_000)
  await open(page, site, cases.Segment as Case, "reload: 'never'")
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await track(page, 'event-granted')
  await expect.poll(() => carry(site, 'event-granted').length, { timeout: 20_000 }).toBe(1)
  const [event] = carry(site, 'event-granted')
  expect(event?.path).toBe('/v1/t')
  expect(JSON.parse(event?.body ?? '{}').context.consent).toEqual({
    categoryPreferences: { preferences: false, statistics: true, marketing: false },
  })
})

test('Clarity hears the answers by purpose from its start on', async ({ page, site }) => {
  test.setTimeout(60_000)
  await open(page, site, cases.Clarity as Case)
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await expect.poll(() => carry(site, 'consentv2').length, { timeout: 20_000 }).toBe(1)
  expect(JSON.parse(carry(site, 'consentv2')[0]?.body ?? '[]')[1]).toEqual({
    ad_Storage: 'denied',
    analytics_Storage: 'granted',
  })
})

test('Segment stores events that could not leave when the page goes; the next page erases them', async ({
  page,
  site,
}) => {
  test.setTimeout(60_000)
  const { answers, ...segment } = cases.Segment as Case
  const { '/v1/t': _, ...settings } = answers
  await page.addInitScript(() => {
    window.ran = Object.keys(localStorage)
  })
  await open(
    page,
    site,
    { ...segment, answers: settings },
    `categories: { statistics: { cookies: [
      { name: 'ajs_*' },
      { name: 'ajs_*', kind: 'local-storage' },
      { name: 'persisted-queue:v1:*', kind: 'local-storage' },
    ] } }`,
  )
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await track(page, 'event-granted')
  await expect.poll(() => site.requests({ host: VENDOR, path: '/v1/t' }).length).toBeGreaterThan(0)
  await withdrawAndReload(page)
  expect(await site.ran(page)).toContain('persisted-queue:v1:testkey:dest-Segment.io:items')
  await expect.poll(() => stored(page)).toEqual([])
  expect(carry(site, 'event-granted')).toEqual([])
})
