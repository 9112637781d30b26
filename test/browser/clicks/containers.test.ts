import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

const headless = (options: object = {}) => `
  import { createConsent } from 'askfirst'
  window.consent = createConsent(${JSON.stringify(options)})
  window.consent.start()`

const button = (action: string, more = '') =>
  `<button type="button" data-consent-action="${action}" ${more}>${action}</button>`

test('in the page at large a click can refuse, withdraw and open, and never accept', async ({
  page,
  shop,
  consent,
}) => {
  await page.goto(
    shop.url(`<form onsubmit="window.sent = true; return false">${button('accept-all')}${button('save')}
      <input type="checkbox" data-category="marketing" checked>
      <p style="position: relative">comment <a href="#x" data-consent-action="accept-all"
        style="position: absolute; inset: 0">link</a></p>
      <label for="hidden">Read more</label>
      <input name="field"><button id="hidden" data-consent-action="accept-all" style="position: absolute; left: -999px">x</button></form>
      <div data-surface="banner">${button('toString')}${button('reject-all')}</div>`),
  )
  await consent.banner.waitFor()
  for (const name of ['accept-all', 'save', 'toString']) await page.getByText(name, { exact: true }).click()
  await page.getByText('link').click()
  await page.getByText('Read more').click()
  await page.locator('[name=field]').press('Enter')
  expect(await consent.recordCookie()).toBeUndefined()
  // It is not ours: the page does with it what it likes.
  expect(await page.evaluate(() => [location.hash, Reflect.get(window, 'sent')])).toEqual(['#x', true])

  await page.getByText('reject-all').click()
  const record = await consent.recordCookie()
  expect([record?.source, record?.choices.marketing]).toEqual(['page', false])
})

test('"withdraw" takes back the service it names, and else its category', async ({ page, site, consent }) => {
  const categories = {
    necessary: { required: true },
    marketing: { services: { film: { switch: true }, chat: { switch: true } } },
  }
  const source = headless({ categories })
  await page.goto(
    site.page(`${await site.bundle(source)}${button('withdraw', 'data-category="marketing" data-service="film"')}
      <a href="#y" data-consent-action="withdraw" data-category="marketing">all of it</a>`),
  )
  await page.waitForFunction(() => 'consent' in window)
  await page.evaluate(() => void window.consent.acceptAll())
  await page.getByText('withdraw').click()
  const granted = () =>
    page.evaluate(() => ['film', 'chat'].map((it) => window.consent.isGranted(`marketing.${it}`)))
  expect(await granted()).toEqual([false, true])
  await page.getByText('all of it').click()
  expect(await granted()).toEqual([false, false])
  expect((await consent.recordCookie())?.source).toBe('page')
})

test('containers that the site names accept and save; switches outside them do not count', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(`${await site.bundle(headless({ actions: '#mine, .also' }))}
      <form><input type="checkbox" data-category="marketing" checked>
      <div id="mine"><label><input type="checkbox" data-category="statistics"> Statistics</label>${button('save')}</div></form>
      <div class="also" data-surface="banner"><a href="#x" data-consent-action="accept-all"><b>accept</b></a></div>`),
  )
  await page.waitForFunction(() => 'consent' in window)
  await page.getByLabel('Statistics').check()
  await page.getByText('save').click()
  expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: true, marketing: false })
  await page.getByText('accept').click()
  const record = await consent.recordCookie()
  expect([record?.choices.marketing, record?.source]).toEqual([true, 'page'])
  expect(new URL(page.url()).hash).toBe('')
})

test('the CDN tag names containers by an attribute; a selector that is none accepts nothing', async ({
  page,
  site,
  consent,
}) => {
  const html = `<div id="mine">${button('accept-all')}</div>`
  await page.goto(site.page(`<body>${site.cdn({ 'data-actions': '#mine[' })}${html}`))
  await page.getByText('accept-all').click()
  expect(await consent.recordCookie()).toBeUndefined()
  await page.goto(site.page(`<body>${site.cdn({ 'data-actions': '#mine' })}${html}`))
  await page.getByText('accept-all').click()
  expect((await consent.recordCookie())?.choices.marketing).toBe(true)
})
