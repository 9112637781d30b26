import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

test('a decision in one tab is followed in the other, without a reload', async ({
  page,
  site,
  shop,
  consent,
  context,
}) => {
  const url = shop.url(held('', note('A')))
  await page.goto(url)
  await consent.banner.waitFor()
  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => void window.askfirst.acceptAll())
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect(consent.banner).toBeHidden()

  await page.evaluate(() => {
    document.title = 'same'
  })
  await other.evaluate(() => void window.askfirst.withdraw())
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
  await expect(page).toHaveTitle('same')
})

test('the decision of another tab moves the switches the visitor has not touched, and no others', async ({
  page,
  shop,
  consent,
  context,
}) => {
  const url = shop.url('')
  await page.goto(url)
  await consent.preferences()
  await consent.switch(/statistics/i).click()
  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => void window.askfirst.save({ marketing: true }))
  await expect(consent.switch(/marketing/i)).toBeChecked()
  await expect(consent.switch(/statistics/i)).toBeChecked()
  await expect(consent.dialog).toBeVisible()
})

test('a page from the back/forward cache follows an acceptance made meanwhile', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const first = shop.url(`<h1>first</h1>${held('', note('A'))}`)
  const second = shop.url('<h1>second</h1>', undefined, '/second')
  await page.goto(first)
  await consent.banner.waitFor()
  await page.goto(second)
  await consent.accept()
  await site.back(page)
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.consent))
    .toContain('statistics')
  await expect.poll(() => site.ran(page)).toEqual(['A'])
})

test('a page from the back/forward cache starts anew when its code lost consent meanwhile', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const first = shop.url(`<h1>first</h1>${held('', note('A'))}`)
  const second = shop.url('<h1>second</h1>', undefined, '/second')
  await page.goto(first)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await page.goto(second)
  await page.evaluate(() => void window.askfirst.withdraw())
  await site.back(page)
  await expect.poll(() => site.ran(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.dataset.consent)).toBe('necessary')
})

test('a cookie that vanishes ends nothing on the open page', async ({ page, shop, consent, context }) => {
  await shop.open('')
  await consent.accept()
  await context.clearCookies()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.locator('html')).toHaveAttribute('data-consent', /marketing/)
  await expect(consent.banner).toBeHidden()
})
