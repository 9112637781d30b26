import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'

const options = `
  categories: {
    necessary: { required: true, cookies: [{ name: 'basket' }] },
    statistics: { cookies: [{ name: 'visits' }] },
    marketing: { services: { youtube: {} } } },
  regions: { US: { categories: { statistics: { model: 'opt-out' } } } },
  locales: { fr: () => import('askfirst/locales/fr') },
  view: () => import('askfirst/view')`

const source = (plugins = '') => `
  import { createConsent } from 'askfirst'
  import { openDevtools } from 'askfirst/devtools'
  import { autoBlock } from 'askfirst/plugins/auto-block'
  import { meta } from 'askfirst/plugins/meta'
  window.fbq = (...told) => (window.told ??= []).push(told.join(' '))
  window.consent = createConsent({ ${options}, plugins: [${plugins}] })
  window.consent.start()
  openDevtools(window.consent)`

const panelOf = (page: Page) => page.getByRole('region', { name: 'askfirst devtools' })
const row = (panel: Locator, text: string | RegExp) => panel.getByRole('listitem').filter({ hasText: text })

test('the panel lists tagged elements with what holds and releases them', async ({ page, site, consent }) => {
  const app = await site.bundle(source(), { condition: 'development' })
  const tag = `<script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>`
  const frame = `<iframe data-category="marketing" data-service="youtub" data-src="/v"></iframe>`
  await page.goto(site.page(`<title>A</title>${tag}${frame}${app}`))
  const panel = panelOf(page)
  await expect(row(panel, 'data-category="statistics"')).toContainText(
    'is held: "statistics" is not answered yet (model opt-in, the strictest, because the option region is not set).',
  )
  await expect(row(panel, 'data-category="marketing"')).toContainText(
    '"marketing.youtub" is not in the services of "marketing" (did you mean "marketing.youtube"?)',
  )
  await consent.accept()
  await expect(row(panel, 'data-category="statistics"')).toContainText(
    /ran at \d{4}-.* because "statistics" was granted on .* \(source "banner"\)\./,
  )
  expect(await site.ran(page)).toEqual(['A'])
})

test('explain tells the states that only a browser has', async ({ page, site }) => {
  const app = await site.bundle(
    `import { createConsent } from 'askfirst'
     window.consent = createConsent({ scriptTimeout: 1500 })
     window.consent.start()`,
    { condition: 'development' },
  )
  const script = (id: string, src: string, more = '') =>
    `<script id="${id}" type="text/plain" data-category="statistics" src="${src}" ${more}></script>`
  await page.goto(
    site.page(
      app +
        script('missing', site.tag('M', { status: 404 })) +
        script('hangs', site.tag('H', { hang: 1 })) +
        script('behind', site.tag('B')) +
        script('old', site.tag('O'), 'nomodule'),
    ),
  )
  await page.waitForFunction(() => window.consent?.explain)
  const explain = (id: string) =>
    page.evaluate((it) => window.consent.explain?.(document.getElementById(it)) ?? '', id)
  await page.evaluate(() => window.consent.acceptAll())
  await expect.poll(() => explain('missing')).toContain('failed: its file did not load.')
  await expect.poll(() => explain('hangs')).toContain('its file has been loading since')
  expect(await explain('behind')).toContain('waits for its turn since')
  expect(await explain('old')).toContain('is not run by this browser: nomodule')
  await expect.poll(() => explain('hangs')).toContain('had not come 1500 ms after')
  await expect.poll(() => explain('behind')).toContain('ran at')
  const reloaded = page.waitForEvent('load')
  await page.evaluate(() => void window.consent.rejectAll())
  await reloaded
  await page.waitForFunction(() => window.consent?.explain)
  await expect.poll(() => explain('behind')).toContain('is held: "statistics" was refused on')
})

test('a script that is cancelled while its file is loading says so', async ({ page, site }) => {
  const app = await site.bundle(
    `import { createConsent } from 'askfirst'
     window.consent = createConsent({ reload: 'never' })
     window.consent.start()`,
    { condition: 'development' },
  )
  const tag = `<script id="slow" type="text/plain" data-category="statistics" src="${site.tag('S', { hang: 1 })}"></script>`
  await page.goto(site.page(tag + app))
  await page.waitForFunction(() => window.consent?.explain)
  const explain = () => page.evaluate(() => window.consent.explain?.(document.getElementById('slow')) ?? '')
  await page.evaluate(() => window.consent.acceptAll())
  await expect.poll(explain).toContain('its file has been loading since')
  await page.evaluate(() => window.consent.rejectAll())
  expect(await explain()).toMatch(
    /was cancelled at .*, while its file was loading, and is held: "statistics" was refused/,
  )
})

test('requests that auto-block holds, signals and cookies are listed, live', async ({
  page,
  site,
  consent,
}) => {
  const rules = `autoBlock({ rules: [{ match: 'stats.test', category: 'statistics' }] }), meta()`
  const app = await site.bundle(source(rules), { condition: 'development' })
  await page.goto(site.page(`<title>A</title>${app}`))
  const panel = panelOf(page)
  await expect(row(panel, 'meta: hold')).toContainText('"marketing" is not answered yet.')
  const collect = site.url('/collect', { host: 'stats.test' })
  await page.evaluate((url) => void fetch(url, { mode: 'no-cors' }).catch(() => {}), collect)
  await page.evaluate(() => {
    document.cookie = 'visits=1'
    document.cookie = 'stray=1'
    document.cookie = 'basket=1'
  })
  await expect(row(panel, collect)).toContainText(
    /Held since .*is held by the rule "stats.test" of auto-block, because "statistics" is not answered yet/,
  )
  await expect(row(panel, 'cookie "visits"').first()).toContainText('Held since')
  await expect(row(panel, 'cookie "stray"')).toContainText('undeclared-storage: It is not declared.')
  await expect(row(panel, 'cookie "basket"')).toContainText('"necessary" is required and needs no answer.')
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  const explain = (subject: string) => page.evaluate((it) => window.consent.explain?.(it) ?? '', subject)
  expect(await explain('https://other.test/x')).toBe(
    'No rule of auto-block matches https://other.test/x: it goes through.',
  )
  // A picture that code makes is tagged by auto-block, and held by the gate.
  await page.evaluate(
    (src) => document.body.append(Object.assign(new Image(), { src })),
    site.url('/pixel.gif', { host: 'stats.test' }),
  )
  await expect(row(panel, '<img').first()).toContainText(
    /is held: "statistics" is not answered yet.* The rule "stats.test" of auto-block covers its address\./,
  )
  await consent.accept()
  await expect(row(panel, collect)).toContainText(/was sent at .*may go by the rule "stats.test"/)
  await expect(row(panel, 'meta: grant')).toContainText('"marketing" was granted on')
  await expect(row(panel, 'cookie "visits"').last()).toContainText('"statistics" was granted on')
  await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(2)
})

test('a trial answers, asks again and changes the region, and leaves the cookie as it is', async ({
  page,
  site,
  consent,
}) => {
  const app = await site.bundle(source(), { condition: 'development' })
  const tag = `<script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>`
  const url = site.page(`<title>A</title>${tag}${app}`)
  await consent.remember(url, { statistics: true, marketing: true })
  await page.goto(url)
  const before = (await consent.recordCookie())?.raw
  const panel = panelOf(page)
  await expect(panel.getByRole('status')).toContainText('decided')
  await expect(consent.banner.first()).toBeHidden()

  await panel.getByRole('button', { name: 'First visit' }).click({ noWaitAfter: true })
  await expect(panel.getByRole('status')).toContainText('undecided; granted: necessary')
  await expect(panel).toContainText('the cookie is neither read nor written')
  await expect(consent.action('reject-all')).toBeVisible()
  expect(await site.ran(page)).toEqual([])

  await panel.getByRole('button', { name: 'Accept' }).click({ noWaitAfter: true })
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect(panel.getByRole('status')).toContainText('source "devtools"')

  await panel.getByRole('button', { name: 'Refuse' }).click({ noWaitAfter: true })
  await expect(panel.getByRole('status')).toContainText('decided, source "devtools"; granted: necessary')
  await expect.poll(() => site.ran(page)).toEqual([])

  await panel.getByRole('button', { name: 'First visit' }).click({ noWaitAfter: true })
  await expect(panel.getByRole('status')).toContainText('undecided')
  await panel.getByLabel('Region').selectOption('US', { noWaitAfter: true })
  await expect(panel.getByRole('status')).toContainText('granted: necessary, statistics')
  await expect(row(panel, 'data-category="statistics"')).toContainText('(model opt-out in the region US)')

  expect((await consent.recordCookie())?.raw).toBe(before)
  await panel.getByRole('button', { name: 'End the trial' }).click({ noWaitAfter: true })
  await expect(panel.getByRole('status')).toContainText('granted: necessary, statistics, marketing')
  expect((await consent.recordCookie())?.raw).toBe(before)
})

test('a refusal from outside a trial begins one, and another language needs none', async ({
  page,
  site,
  consent,
}) => {
  const app = await site.bundle(source(), { condition: 'development' })
  await page.goto(site.page(`<title>A</title>${app}`))
  const panel = panelOf(page)
  await panel.getByLabel('Language').selectOption('fr')
  await expect(consent.action('reject-all')).toHaveText(/refuser/i)
  await panel.getByRole('button', { name: 'Refuse' }).click({ noWaitAfter: true })
  await expect(panel.getByRole('status')).toContainText('decided, source "devtools"; granted: necessary')
  expect(await consent.recordCookie()).toBeUndefined()
})

test('the panel works with the keyboard, and closes', async ({ page, site }) => {
  const app = await site.bundle(source(), { condition: 'development' })
  await page.goto(site.page(`<title>A</title>${app}`))
  const panel = panelOf(page)
  const heading = panel.getByRole('button', { name: /Elements/ })
  await expect(panel.getByText('No element of this page has data-category.')).toBeVisible()
  await heading.focus()
  await page.keyboard.press('Enter')
  await expect(heading).toHaveAttribute('aria-expanded', 'false')
  await expect(heading).toBeFocused()
  await expect(panel.getByText('No element of this page has data-category.')).toBeHidden()
  await panel.getByRole('button', { name: 'Smaller' }).press('Enter')
  await expect(heading).toBeHidden()
  await panel.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(page.locator('#askfirst-devtools')).toHaveCount(0)
})

test('without explanations the panel says that the page runs a production build', async ({ page, site }) => {
  const app = await site.bundle(source(), { condition: 'production' })
  await page.goto(site.page(`<title>A</title>${app}`))
  await expect(panelOf(page)).toContainText('This page runs a production build')
  expect(await page.evaluate(() => 'explain' in window.consent)).toBe(false)
})

for (const csp of ["script-src 'nonce-abc'; style-src 'self'", ''])
  test(`the address ?askfirst=devtools opens the panel with askfirst.dev.js (${csp || 'no policy'})`, async ({
    page,
    site,
  }) => {
    const tag = site.cdn({ nonce: 'abc' }).replace('askfirst.js', 'askfirst.dev.js')
    const url = site.page(`<title>A</title>${tag}<iframe data-category="marketing" data-src="/v"></iframe>`, {
      csp,
    })
    const violations = await site.violations(page)
    await page.goto(url)
    await page.waitForFunction(() => 'askfirst' in window)
    await expect(panelOf(page)).toHaveCount(0)
    await page.goto(`${url}?askfirst=devtools`)
    await expect(row(panelOf(page), 'data-category="marketing"')).toContainText('is held')
    expect(violations).toEqual([])
  })

test('files for script tags show held requests and signals as <name>.dev.js', async ({ page, site }) => {
  const plugin = (name: string, attributes = '') =>
    `<script src="${site.url(`/askfirst@1/dist/cdn/plugins/${name}.dev.js`, { host: 'cdn.test' })}" ${attributes}></script>`
  const tag = site.cdn().replace('askfirst.js', 'askfirst.dev.js')
  const head = `<script>window.fbq = () => {}</script>${plugin('auto-block', 'data-rules="stats.test=statistics"')}${plugin('meta')}`
  await page.goto(`${site.page(`<title>A</title>${head}${tag}`)}?askfirst=devtools`)
  const collect = site.url('/collect', { host: 'stats.test' })
  await page.evaluate((url) => void fetch(url).catch(() => {}), collect)
  const panel = panelOf(page)
  await expect(row(panel, collect)).toContainText('is held by the rule "stats.test" of auto-block')
  await expect(row(panel, 'meta: hold')).toBeVisible()
})
