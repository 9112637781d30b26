import '../harness/events.js'
import type { Page } from '@playwright/test'
import { cdnFolder, cdnHost } from '../harness/cdn.js'
import { expect, test } from '../harness/index.js'
import type { Site } from '../harness/site.js'
import { all, events, read, standard, states, stored, update, updated } from './data-layer.js'

const source = (options = '', more = '') => `
  import { createConsent } from 'askfirst'
  import { googleConsentMode } from 'askfirst/plugins/google-consent-mode'
  import { gpc } from 'askfirst/plugins/gpc'
  window.consent = createConsent({ plugins: [gpc(), googleConsentMode(${options})], reload: 'never' })
  ${more}
  window.consent.start()
  window.dataLayer?.push?.('config')`

const open = async (page: Page, site: Site, options?: string) => {
  await page.goto(site.page(await site.bundle(source(options))))
  await page.waitForFunction(() => window.consent?.status)
}
const reload = async (page: Page) => {
  await page.reload()
  await page.waitForFunction(() => window.consent?.status)
}

test('a first visit, an acceptance and the next visit', async ({ page, site }) => {
  await open(page, site)
  expect(await read(page)).toEqual([standard(), 'config'])
  await page.evaluate(() => void window.consent.acceptAll())
  expect((await read(page)).slice(2)).toEqual([update(...all), updated, ...events(...all)])
  await reload(page)
  expect(await read(page)).toEqual([stored(...all), updated, ...events(...all), 'config'])
})

test('a partial answer, the next visit, and more on it', async ({ page, site }) => {
  await open(page, site)
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  expect((await read(page)).slice(2)).toEqual([update('statistics'), updated, ...events('statistics')])
  await reload(page)
  expect(await read(page)).toEqual([stored('statistics'), updated, ...events('statistics'), 'config'])
  await page.evaluate(() => void window.consent.save({ marketing: true }))
  expect((await read(page)).slice(4)).toEqual([
    update('statistics', 'marketing'),
    updated,
    ...events('marketing'),
  ])
})

test('a refusal and the next visit', async ({ page, site }) => {
  await open(page, site)
  await page.evaluate(() => void window.consent.rejectAll())
  expect((await read(page)).slice(2)).toEqual([update(), updated])
  await reload(page)
  expect(await read(page)).toEqual([stored(), updated, 'config'])
})

test('a withdrawal and the next visit', async ({ page, site }) => {
  await open(page, site)
  await page.evaluate(() => void window.consent.acceptAll())
  await reload(page)
  await page.evaluate(() => void window.consent.withdraw('marketing'))
  await page.evaluate(() => void window.consent.withdraw())
  await page.evaluate(() => void window.consent.save({ preferences: true }))
  expect((await read(page)).slice(6)).toEqual([
    update('preferences', 'statistics'),
    updated,
    update(),
    updated,
    update('preferences'),
    updated,
    ...events('preferences'),
  ])
  await page.evaluate(() => void window.consent.withdraw())
  await reload(page)
  expect(await read(page)).toEqual([stored(), updated, 'config'])
})

test('a library that a grant releases finds default and update before its own start', async ({
  page,
  site,
}) => {
  const src = site.file(
    '/gtm.js',
    `window.dataLayer.push({ event: 'gtm.js' })
     window.found = window.dataLayer.map((it) => it[1] ?? it.event ?? it)`,
    { host: 'tags.test' },
  )
  const tag = `<script type="text/plain" data-category="statistics" src="${src}"></script>`
  await page.goto(site.page(`${await site.bundle(source())}<body>${tag}`))
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  const found = () => page.evaluate(() => (window as unknown as { found?: unknown[] }).found)
  await expect
    .poll(found)
    .toEqual(['default', 'o', 'update', 'cookie_consent_update', 'cookie_consent_statistics', 'gtm.js'])
})

test('both of two tabs are told', async ({ page, site, context }) => {
  await open(page, site)
  const other = await context.newPage()
  await other.goto(page.url())
  await other.waitForFunction(() => window.consent?.status)
  await other.evaluate(() => void window.consent.save({ marketing: true }))
  await expect
    .poll(() => read(page))
    .toEqual([standard(), 'config', update('marketing'), updated, ...events('marketing')])
  await page.evaluate(() => void window.consent.withdraw())
  await expect.poll(async () => (await read(other)).slice(5)).toEqual([update(), updated])
})

test('while a page prerenders the default leaves alone; it is corrected when the page is shown', async ({
  page,
  site,
  consent,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { configurable: true, get: () => !sessionStorage.shown })
  })
  await open(page, site)
  expect(await read(page)).toEqual([standard(), 'config'])
  // The visitor answers on the page that they see.
  await consent.remember(page.url(), { preferences: false, statistics: true, marketing: false })
  await page.evaluate(() => {
    sessionStorage.shown = '1'
    document.dispatchEvent(new Event('prerenderingchange'))
  })
  expect((await read(page)).slice(2)).toEqual([update('statistics'), updated, ...events('statistics')])

  await page.evaluate(() => sessionStorage.removeItem('shown'))
  await reload(page)
  expect(await read(page)).toEqual([stored('statistics'), 'config'])
  await page.evaluate(() => {
    sessionStorage.shown = '1'
    document.dispatchEvent(new Event('prerenderingchange'))
  })
  expect(await read(page)).toEqual([stored('statistics'), 'config', updated, ...events('statistics')])
})

test('a page from the back/forward cache hears what was decided meanwhile', async ({ page, site }) => {
  const script = await site.bundle(source())
  const second = site.page(`<h1>second</h1>${script}`, { path: '/second' })
  await page.goto(site.page(`<h1>first</h1>${script}`))
  await page.waitForFunction(() => window.consent?.status)
  await page.goto(second)
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await site.back(page)
  await expect
    .poll(() => read(page).catch(() => []))
    .toEqual([standard(), 'config', update('statistics'), updated, ...events('statistics')])
})

test('a browser that sends the GPC signal: denied until the visitor grants it', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
      get: () => true,
      configurable: true,
    })
  })
  await open(page, site)
  expect(await read(page)).toEqual([standard(), 'config'])
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  expect((await read(page)).slice(2)).toEqual([update('statistics'), updated, ...events('statistics')])
  await page.evaluate(() => void window.consent.save({ marketing: true }))
  expect((await read(page)).slice(5)).toEqual([
    update('statistics', 'marketing'),
    updated,
    ...events('marketing'),
  ])
})

test('every option: types, waiting time, regions, redaction, passthrough, layer and event names', async ({
  page,
  site,
}) => {
  const options = `{
    types: { ad_user_data: 'statistics' },
    waitForUpdate: 2000,
    regions: [
      { region: ['US'], granted: ['analytics_storage', 'ad_storage'] },
      { region: ['US-CA'], granted: [] },
    ],
    adsDataRedaction: 'dynamic',
    urlPassthrough: true,
    dataLayer: 'layer',
    updateEvent: 'answered',
    categoryEvent: 'may_*',
  }`
  await open(page, site, options)
  const wait = { wait_for_update: 2000 }
  const redact = (value: boolean) => ['set', 'ads_data_redaction', value]
  expect(await read(page, 'layer')).toEqual([
    standard(wait),
    standard({ ...wait, analytics_storage: 'granted', ad_storage: 'granted', region: ['US'] }),
    standard({ ...wait, region: ['US-CA'] }),
    redact(true),
    ['set', 'url_passthrough', true],
  ])
  expect(await read(page)).toEqual([])
  await page.evaluate(() => void window.consent.acceptAll())
  expect((await read(page, 'layer')).slice(5)).toEqual([
    update(...all),
    redact(false),
    { event: 'answered' },
    { event: 'may_preferences' },
    { event: 'may_statistics' },
    { event: 'may_marketing' },
  ])
  await page.evaluate(() => void window.consent.save({ marketing: false }))
  expect((await read(page, 'layer')).slice(11)).toEqual([
    ['consent', 'update', { ...states('preferences', 'statistics'), ad_user_data: 'granted' }],
    redact(true),
    { event: 'answered' },
  ])
  await page.reload()
  await page.waitForFunction(() => window.consent?.status)
  // A stored answer holds in every region.
  expect((await read(page, 'layer')).slice(0, 3)).toEqual([
    ['consent', 'default', { ...states('preferences', 'statistics'), ad_user_data: 'granted' }],
    redact(true),
    ['set', 'url_passthrough', true],
  ])
})

test('redaction that does not change is sent once', async ({ page, site }) => {
  await open(page, site, '{ adsDataRedaction: true }')
  await page.evaluate(() => void window.consent.acceptAll())
  await page.evaluate(() => void window.consent.withdraw())
  expect((await read(page)).filter((it) => Array.isArray(it) && it[0] === 'set')).toEqual([
    ['set', 'ads_data_redaction', true],
  ])
})

test('an opt-out category is granted in the default, and its event leaves without an answer', async ({
  page,
  site,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { googleConsentMode } from 'askfirst/plugins/google-consent-mode'
    const categories = { necessary: { required: true }, preferences: {}, statistics: { model: 'opt-out' }, marketing: {} }
    window.consent = createConsent({ categories, plugins: [googleConsentMode()], reload: 'never' })
    window.consent.start()`)
  await page.goto(site.page(script))
  await page.waitForFunction(() => window.consent?.status)
  expect(await read(page)).toEqual([
    ['consent', 'default', { ...states('statistics'), wait_for_update: 500 }],
    ...events('statistics'),
  ])
  await page.evaluate(() => void window.consent.rejectAll())
  expect((await read(page)).slice(2)).toEqual([update(), updated])
})

test('an array that the page puts in the place of the queue hears the updates', async ({ page, site }) => {
  await open(page, site)
  await page.evaluate(() => {
    Object.assign(window, { dataLayer: [{ page: 'home' }] })
    window.consent.rejectAll()
  })
  expect(await read(page)).toEqual([{ page: 'home' }, update(), updated])
})

test('a second start of the same object, as by StrictMode, sends nothing', async ({ page, site }) => {
  await open(page, site)
  await page.evaluate(() => {
    window.consent.destroy()
    window.consent.start()
  })
  expect(await read(page)).toEqual([standard(), 'config'])
})

test('a layer that is no array and a type without a category are reported once, the decision stands', async ({
  page,
  site,
}) => {
  const bundle = await site.bundle(source(`{ types: { ad_storage: 'adverts' } }`), {
    condition: 'development',
  })
  await page.goto(
    site.page(`<script>
      window.dataLayer = { page: 'home' }
      window.errors = []
      document.addEventListener('askfirst:error', ({ detail }) => errors.push(detail.message))
    </script>${bundle}`),
  )
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => void window.consent.acceptAll())
  expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([
    'google-consent-mode: ad_storage follows "adverts", which is no category: it stays denied. Name one of yours in the option types.',
    'google-consent-mode: window.dataLayer is no array, so nothing reaches it. Correct the option dataLayer.',
  ])
  expect(await page.evaluate(() => window.consent.isGranted('marketing'))).toBe(true)
})

test('the CDN file says the same from its attributes', async ({ page, site, consent }) => {
  const src = site.url(`${cdnFolder}plugins/google-consent-mode.js`, { host: cdnHost })
  const tag = `<script src="${src}" data-wait-for-update="800" data-ads-data-redaction="dynamic"
    data-types="ad_user_data=statistics"></script>`
  const url = site.page(
    `<title>Shop</title>${tag}${site.cdn()}<script>dataLayer.push('config')</script><body>`,
  )
  await page.goto(url)
  expect(await read(page)).toEqual([
    standard({ wait_for_update: 800 }),
    ['set', 'ads_data_redaction', true],
    'config',
  ])
  await consent.accept()
  await expect
    .poll(async () => (await read(page)).slice(3))
    .toEqual([update(...all), ['set', 'ads_data_redaction', false], updated, ...events(...all)])
  await page.reload()
  expect(await read(page)).toEqual([
    stored(...all),
    ['set', 'ads_data_redaction', false],
    updated,
    ...events(...all),
    'config',
  ])
})
