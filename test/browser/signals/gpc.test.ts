import { cdnFolder, cdnHost } from '../harness/cdn.js'
import { expect, test } from '../harness/index.js'
import { honoursTheSignal, openShop, sentence } from './honours-gpc.js'

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
      get: () => true,
      configurable: true,
    })
  })
})

const optOut = `categories: { necessary: { required: true }, marketing: { model: 'opt-out' } }`
const line = '[data-surface=gpc-status] section'

test('the signal is honoured, said on both surfaces, and loses to an explicit answer', async ({
  page,
  site,
  consent,
}) => {
  await honoursTheSignal({ page, site, consent })
})

test('where nothing asks a line says so, under a strict style policy, until it is closed', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  const head = `<meta http-equiv="Content-Security-Policy" content="style-src 'self'">`
  await openShop({ page, site, consent }, optOut, head)
  await expect(page.locator(line)).toBeVisible()
  await expect(page.locator(`${line} p`)).toHaveText(sentence)
  await expect(consent.banner).toHaveCount(0)
  const box = await page.locator(line).boundingBox()
  expect(box?.width).toBeLessThan(450)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator(line)).toHaveCount(0)
  expect(await consent.cookieNames()).toEqual([])
  expect(violations).toEqual([])
})

test('the line fits at 320 px and goes with an answer', async ({ page, site, consent }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await openShop({ page, site, consent }, `${optOut}, locale: 'de'`)
  await expect(page.locator(`${line} p`)).toHaveText(/^Widerspruch berücksichtigt/)
  const box = await page.locator(line).boundingBox()
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true)
  await page.evaluate(() => void window.consent.acceptAll())
  await expect(page.locator(line)).toHaveCount(0)
})

test('a tag in the head fills an element of the site that comes further down, and shows a line else', async ({
  page,
  site,
}) => {
  const src = site.url(`${cdnFolder}plugins/gpc.js`, { host: cdnHost })
  const block = `<script type="application/json" id="options">{ "categories": { "marketing": { "model": "opt-out" } } }</script>`
  const head = `<title>Shop</title><script src="${src}"></script>`
  const tags = site.cdn({ 'data-config': '#options' }, { head: head + block })
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(site.page(`<head>${tags}</head><body><main><p data-consent-notice></p></main>`))
  await expect(page.locator('[data-consent-notice]')).toHaveText(sentence)
  await expect(page.locator(line)).toHaveCount(0)
  await page.goto(site.page(`<head>${tags}</head><body><main>Shop</main>`, { path: '/second' }))
  await expect(page.locator(`${line} p`)).toHaveText(sentence)
  expect(errors).toEqual([])
})

test('the CDN file reads its attributes', async ({ page, site, consent }) => {
  const src = site.url(`${cdnFolder}plugins/gpc.js`, { host: cdnHost })
  const tag = `<script src="${src}" data-denies="statistics"></script>`
  await page.goto(site.page(`<title>Shop</title>${tag}${site.cdn({ 'data-locale': 'fr' })}<body>`))
  await expect(consent.banner.locator('[part=notice]')).toHaveText(/^Demande d’opposition respectée/)
  await consent.preferences()
  await expect(consent.dialog.locator('[part=category-notice]')).toHaveCount(1)
  expect(await page.evaluate(() => window.askfirst.status)).toBe('undecided')
})
