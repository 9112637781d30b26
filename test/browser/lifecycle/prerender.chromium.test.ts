import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const all = '1::t5k2zq:Vq3fJ8kLmN0pQw1x:banner:preferences~statistics~marketing'

test('a page that prerenders does nothing before it is shown', async ({ page, shop, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { configurable: true, get: () => !sessionStorage.shown })
  })
  const seconds = Math.floor(Date.now() / 1000).toString(36)
  const url = shop.url(held(`src="${site.tag('A')}"`) + held('', note('B')))
  await page.context().addCookies([{ name: 'askfirst', value: all.replace('t5k2zq', seconds), url }])
  await page.goto(url)
  const granted = page.evaluate(() => window.askfirst.whenGranted('statistics').then(() => true))
  await page.waitForTimeout(400)
  expect(await site.ran(page)).toEqual([])
  expect(site.requests({ path: '/tag.js' })).toHaveLength(0)
  await expect(page.locator('html')).not.toHaveAttribute('data-consent')

  await page.evaluate(() => {
    sessionStorage.shown = '1'
    document.dispatchEvent(new Event('prerenderingchange'))
  })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  expect(await granted).toBe(true)
})

test('a new visitor is asked once the page is shown', async ({ page, shop, consent }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { configurable: true, get: () => !sessionStorage.shown })
  })
  await page.goto(shop.url(''))
  await page.waitForTimeout(300)
  await expect(consent.host).toHaveCount(0)
  await page.evaluate(() => {
    sessionStorage.shown = '1'
    document.dispatchEvent(new Event('prerenderingchange'))
  })
  await expect(consent.banner).toBeVisible()
})
