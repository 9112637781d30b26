import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

const day = 86_400
const written = (seconds: number, mark: '' | '-') =>
  `1::${Math.floor(seconds).toString(36)}:Vq3fJ8kLmN0pQw1x:banner:${mark}preferences~${mark}statistics~${mark}marketing`

for (const [name, ahead] of [
  ['an hour', day / 24],
  ['a month', 30 * day],
] as const) {
  test(`a record dated ${name} ahead does not make a page deaf to a withdrawal in another tab`, async ({
    page,
    shop,
    context,
  }) => {
    const url = shop.url('', {})
    await context.addCookies([{ name: 'askfirst', value: written(Date.now() / 1000 + ahead, ''), url }])
    await page.goto(url)
    const other = await context.newPage()
    await other.goto(url)
    await other.evaluate(() => void window.askfirst.rejectAll())
    await expect.poll(() => page.evaluate(() => window.askfirst.isGranted('marketing'))).toBe(false)
  })
}

test('a record of another century is no choice', async ({ page, shop, context }) => {
  const url = shop.url('', {})
  await context.addCookies([{ name: 'askfirst', value: written(36 ** 7 - 1, ''), url }])
  await page.goto(url)
  expect(await page.evaluate(() => window.askfirst.status)).toBe('undecided')
})

test('of two cookies of one second the one that grants less holds', async ({ page, shop, context }) => {
  const url = shop.url('', {})
  const now = Date.now() / 1000
  await context.addCookies([
    { name: 'askfirst', value: written(now, ''), url },
    { name: 'askfirst', value: written(now, '-'), domain: '.shop.test', path: '/' },
  ])
  await page.goto(url)
  expect(await page.evaluate(() => window.askfirst.isGranted('marketing'))).toBe(false)
})

test('of two tabs that decide in one moment none grants more than the cookie', async ({
  page,
  shop,
  context,
}) => {
  const url = shop.url('', {})
  await page.goto(url)
  const other = await context.newPage()
  await other.goto(url)
  await Promise.all([
    page.evaluate(() => void window.askfirst.acceptAll()),
    other.evaluate(() => void window.askfirst.rejectAll()),
  ])
  await page.waitForTimeout(600)
  // What Firefox has written in another order than it was told is put right when a tab is looked at.
  for (const tab of [page, other]) await tab.evaluate(() => void dispatchEvent(new Event('focus')))
  await page.waitForTimeout(300)
  const [cookie] = await context.cookies()
  const isGranted = !cookie?.value.includes('-marketing')
  for (const tab of [page, other]) {
    const granted = await tab.evaluate(() => window.askfirst.isGranted('marketing'))
    expect(granted && !isGranted).toBe(false)
  }
})

test('a page whose Object.prototype was extended keeps the choice', async ({ page, site, consent }) => {
  await page.goto(
    site.page(`<script>Object.prototype.extra = function () {}</script>${site.cdn()}<body><h1>Shop</h1>`),
  )
  await consent.accept()
  expect((await consent.recordCookie())?.choices).toMatchObject({ marketing: true })
})

test('a frame inside a frame of the same site asks nothing of its own', async ({ page, site, shop }) => {
  shop.url('<h1>inner</h1>', undefined, '/inner')
  site.page('<iframe src="/inner"></iframe>', { path: '/middle' })
  await shop.open('<iframe src="/middle"></iframe>')
  const inner = page.frameLocator('iframe').frameLocator('iframe')
  await expect(inner.locator('h1')).toBeVisible()
  await page.waitForTimeout(400)
  await expect(inner.locator('#askfirst')).toHaveCount(0)
})
