import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { cbid, loader, page as pageOf } from './fixture.js'

const heard = (page: Page) =>
  page
    .evaluate(() => (window as unknown as { heard: string[] }).heard)
    // The page loads anew: ask again.
    .catch(() => [] as string[])
/** Events under one of their two names, callbacks left out. */
const events = async (page: Page) => (await heard(page)).filter((name) => !/^(=|callback)/.test(name))
const choose = (page: Page, ...answers: [boolean, boolean, boolean]) =>
  page.evaluate((given) => window.Cookiebot.submitCustomConsent(...given), answers)
const layer = (page: Page) =>
  page.evaluate(() => window.dataLayer.map((entry) => entry.event ?? `${entry[0]} ${entry[1]}`))

test.slow()

let errors: Error[] = []
test.beforeEach(({ page }) => {
  errors = []
  page.on('pageerror', (error) => errors.push(error))
})
test.afterEach(() => expect(errors).toEqual([]))

test('before a choice only the dialog is announced, and nothing but the necessary runs', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(site.page(pageOf(site, loader(site))))
  await expect(consent.banner).toBeVisible()
  await expect
    .poll(() => heard(page))
    .toEqual(['DialogInit', '=DialogInit', 'DialogDisplay', '=DialogDisplay'])
  await expect.poll(() => site.ran(page)).toEqual(expect.arrayContaining(['necessary', 'gtm']))
  expect(await site.ran(page)).toHaveLength(2)
  expect(await page.evaluate(() => window.polls)).toEqual(['functionstring'])
  expect(
    await page.evaluate(() => {
      const { consent, consented, declined, hasResponse, consentUTC, serial, dialog } = window.Cookiebot
      return [
        { ...consent },
        consented,
        declined,
        hasResponse,
        consentUTC,
        serial,
        dialog.visible,
        window.CookieConsent === window.Cookiebot,
      ]
    }),
  ).toEqual([
    { necessary: true, preferences: false, statistics: false, marketing: false, method: null, stamp: '0' },
    false,
    false,
    false,
    null,
    cbid,
    true,
    true,
  ])
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)
  await expect(page.getByText('accept marketing')).toBeVisible()
  await expect(page.getByText('Nothing accepted')).toBeVisible()
  await expect(page.getByText('Counted')).toBeHidden()
  expect(await consent.cookieNames()).toEqual([])
})

test('accepting tells the page in the order of the vendor, and tags run in document order', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(site.page(pageOf(site, loader(site))))
  await consent.accept()
  await expect
    .poll(() => events(page))
    .toEqual(['DialogInit', 'DialogDisplay', 'ConsentReady', 'Load', 'Accept', 'TagsExecuted'])
  expect((await site.ran(page)).filter((run) => run !== 'gtm')).toEqual([
    'necessary',
    'statistics',
    'inline',
    'both',
    'marketing',
  ])
  const all = await heard(page)
  for (const name of ['Load', 'Accept', 'TagsExecuted'])
    expect(all.slice(all.indexOf(`callback ${name}`)).slice(0, 3)).toEqual([
      `callback ${name}`,
      name,
      `=${name}`,
    ])
  const entries = await layer(page)
  expect(entries.slice(entries.indexOf('consent update'))).toEqual([
    'consent update',
    'cookie_consent_update',
    'cookie_consent_preferences',
    'cookie_consent_statistics',
    'cookie_consent_marketing',
  ])
  await expect.poll(() => site.requests({ host: 'video.test' })).toHaveLength(1)
  await expect(page.locator('iframe')).toHaveAttribute('data-cybot-cookiebot-blocked', 'false')
  await expect(page.getByText('accept marketing')).toBeHidden()
  await expect(page.getByText('Something accepted')).toBeVisible()
  await expect(page.getByText('Nothing accepted')).toBeHidden()
})

test('declining: ConsentReady, Load, Decline', async ({ page, site, consent }) => {
  await page.goto(site.page(pageOf(site, loader(site))))
  await consent.reject()
  await expect
    .poll(() => events(page))
    .toEqual(['DialogInit', 'DialogDisplay', 'ConsentReady', 'Load', 'Decline'])
  expect(
    await page.evaluate(() => [
      window.Cookiebot.declined,
      window.Cookiebot.consented,
      window.Cookiebot.hasResponse,
    ]),
  ).toEqual([true, false, true])
})

test('a visitor who comes back is announced as at the vendor, without a dialog', async ({
  page,
  site,
  consent,
}) => {
  const url = site.page(pageOf(site, loader(site)))
  await consent.remember(url, { preferences: false, statistics: true, marketing: false })
  await page.goto(url)
  await expect.poll(() => events(page)).toEqual(['ConsentReady', 'Load', 'Accept', 'TagsExecuted'])
  const entries = await layer(page)
  expect(entries.filter((entry) => entry.startsWith('cookie_'))).toEqual([
    'cookie_consent_statistics',
    'cookie_consent_update',
  ])
  await expect(page.getByText('Counted')).toBeVisible()
  await expect(page.getByText('accept marketing')).toBeVisible()
})

test('renew asks again and keeps the choice, withdraw takes it back', async ({ page, site, consent }) => {
  const url = site.page(pageOf(site, loader(site)))
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect.poll(() => events(page)).toContain('TagsExecuted')
  await page.locator('#renew').click()
  await expect(consent.dialog).toBeVisible()
  expect(
    await page.evaluate(() => [window.Cookiebot.hasResponse, window.Cookiebot.consent.marketing]),
  ).toEqual([false, true])
  await page.evaluate(() => window.Cookiebot.hide())
  await expect(consent.dialog).toBeHidden()
  // Code of the withdrawn names has run: the page loads anew.
  await page.evaluate(() => window.Cookiebot.withdraw())
  await expect
    .poll(async () => (await consent.recordCookie())?.choices)
    .toEqual({ preferences: false, statistics: false, marketing: false })
  await expect.poll(() => events(page)).toEqual(['ConsentReady', 'Load', 'Decline'])
})

test('submitCustomConsent decides by three answers, and getScript calls back on an error too', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(site.page(pageOf(site, loader(site))))
  await expect(consent.banner).toBeVisible()
  await choose(page, false, true, false)
  expect(await page.evaluate(() => ({ ...window.Cookiebot.consent, stamp: '' }))).toEqual({
    necessary: true,
    preferences: false,
    statistics: true,
    marketing: false,
    method: 'explicit',
    stamp: '',
  })
  await expect(consent.banner).toBeHidden()
  const missing = site.tag('missing', { status: 404 })
  for (const src of [site.tag('asked'), missing])
    await page.evaluate(
      (src) => new Promise<void>((resolve) => window.Cookiebot.getScript(src, true, resolve)),
      src,
    )
  expect(await site.ran(page)).toContain('asked')
})

test("the vendor's cookie is imported, and a mirror of it is kept on request", async ({
  page,
  site,
  consent,
}) => {
  const utc = Date.now() - 30 * 86_400_000
  const url = site.page(pageOf(site, loader(site, { attributes: 'data-mirror' })))
  const value = `{stamp:%27theirs==%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27explicit%27%2Cver:1%2Cutc:${utc}%2Cregion:%27be%27}`
  await page.context().addCookies([{ name: 'CookieConsent', value, url }])
  await page.goto(url)
  await expect
    .poll(async () => (await consent.recordCookie())?.choices)
    .toEqual({ preferences: false, marketing: false, statistics: true })
  await expect(consent.banner).toHaveCount(0)
  const mirror = async () => (await page.context().cookies()).find(({ name }) => name === 'CookieConsent')
  await expect
    .poll(async () => (await mirror())?.value)
    .toMatch(
      /^\{stamp:%27[a-z0-9]+%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27explicit%27%2Cver:1%2Cutc:\d+%2Cregion:%27%27\}$/,
    )
  await page.evaluate(() => window.Cookiebot.withdraw())
  await expect.poll(mirror).toBeUndefined()
  // Code of statistics has run: the page loads anew.
  await expect.poll(() => events(page)).toContain('Decline')
})

test('automatic blocking holds what comes from other sites, by the categories of the page', async ({
  page,
  site,
  consent,
}) => {
  const lines: string[] = []
  page.on('console', (message) => message.type() === 'error' && lines.push(message.text()))
  const block = `<script id="CookiebotConfiguration" type="application/json" data-cookieconsent="ignore">
    { "TagConfiguration": [{ "id": "stats", "categories": ["statistics"] }, { "id": "ours", "ignore": true }, { "id": "both", "categories": ["statistics", "marketing"] }] }</script>`
  const tag = (attributes: string, run: string, host: string) =>
    `<script ${attributes} src="${site.tag(run, {}, { host })}"></script>`
  await page.goto(
    site.page(
      `<head>${block}${loader(site, { attributes: 'data-blockingmode="auto"' })}</head><body>
      ${tag('id="stats"', 'stats', 'counter.test')}${tag('id="ours"', 'ours', 'widget.test')}${tag('id="both"', 'both', 'mixed.test')}
      ${tag('data-cookieconsent="preferences"', 'preferences', 'chat.test')}${tag('', 'guess', 'unknown.test')}${tag('', 'same', 'static.shop.test')}
      <iframe src="${site.url('/frame.html', { host: 'video.test' })}"></iframe>`,
    ),
  )
  await expect(consent.banner).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['ours', 'same'])
  await choose(page, false, true, false)
  await expect.poll(() => site.ran(page)).toEqual(['ours', 'same', 'stats'])
  await choose(page, true, true, true)
  await expect.poll(() => site.ran(page)).toEqual(['ours', 'same', 'stats', 'both', 'preferences', 'guess'])
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBeGreaterThan(0)
  expect(lines.filter((line) => line.includes('unknown.test'))).toHaveLength(1)
})

test('a declaration stands where the script of the vendor was, with the classes that sites style', async ({
  page,
  site,
}) => {
  await page.goto(
    site.page(`<head>${loader(site)}<script>window.CookiebotCallback_OnDialogLoad = () => { window.declared = (window.declared ?? 0) + 1 }</script></head>
      <body><h1>Cookies</h1><script id="CookieDeclaration" src="${site.url('/x/cd.js', { host: 'consent.cookiebot.test' })}" type="text/javascript" async></script><p>After</p>`),
  )
  const declaration = page.locator('script#CookieDeclaration + .CookieDeclaration')
  await expect(
    declaration.locator('table.CookieDeclarationTable td.CookieDeclarationTableCell').first(),
  ).toBeVisible()
  await expect(declaration.locator('#CookieDeclarationUserStatusPanel')).toBeVisible()
  await expect(declaration.locator('#CookieDeclarationChangeConsentWithdraw')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { declared: number }).declared)).toBe(1)
  expect(await site.ran(page)).toEqual([])
})

test('under a nonce policy tags with the nonce run and no rule is broken', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  const nonce = 'r4nd0m'
  const csp = `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'`
  const html = pageOf(site, loader(site, { attributes: `nonce="${nonce}"` }), nonce)
    .replace(/<a href="javascript:[^"]*"/, '<a href="#"')
    .replace(/ onclick="[^"]*"/, '')
  await page.goto(site.page(html, { csp }))
  await consent.accept()
  await expect.poll(() => events(page)).toContain('TagsExecuted')
  expect((await site.ran(page)).filter((run) => run !== 'gtm')).toEqual([
    'necessary',
    'statistics',
    'inline',
    'both',
    'marketing',
  ])
  expect(violations).toEqual([])
})

test('bad input is said once, throws nothing and lets nothing through', async ({ page, site, consent }) => {
  const lines: string[] = []
  page.on('console', (message) => message.type() === 'error' && lines.push(message.text()))
  const bad = `<script>window.Cookiebot = { mine: true }</script>
    <script id="CookiebotConfiguration" type="application/json">{ "TagConfiguration": [ </script>
    ${loader(site, { attributes: 'data-blockingmode="auto" data-framework="TCFv2.2" data-georegions="{}"', query: '?level=implied' }).replace(cbid, 'nobody')}
    ${loader(site)}`
  const url = site.page(
    `<head>${bad}</head><body><script src="${site.tag('no', {}, { host: 'third.test' })}"></script>
     <script type="text/plain" data-cookieconsent="unheard-of">(window.ran ||= []).push('no')</script>`,
  )
  await page
    .context()
    .addCookies([{ name: 'CookieConsent', value: `{stamp:'x',__proto__:true,${'method:'.repeat(500)}`, url }])
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  expect(await site.ran(page)).toEqual([])
  for (const words of [
    '#CookiebotConfiguration is no JSON',
    'framework',
    'nobody',
    'Keep one loader',
    'third.test',
  ])
    expect(lines.filter((line) => line.includes(words))).toHaveLength(1)
  expect(lines.find((line) => line.includes('framework'))).toMatch(/level.*framework.*georegions/)
  expect(await page.evaluate(() => typeof window.Cookiebot.show)).toBe('function')
})
