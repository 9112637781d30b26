import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'

const hour = 3600
const granted = 'preferences~statistics~marketing'
const encode = (ahead: number, choices = granted) =>
  `1::${Math.floor(Date.now() / 1000 + ahead).toString(36)}:tossedtossedtoss:banner:${choices}`

const tag = `<title>Shop</title>
  <script type="text/plain" data-category="marketing">(window.ran ||= []).push('A')</script>`

/** What another host of the same domain does. */
async function toss(page: Page, url: string, value: string): Promise<void> {
  await page.goto(url)
  const cookie = `askfirst=${value};domain=shop.test;path=/;max-age=9999`
  await page.evaluate((text) => {
    document.cookie = text
  }, cookie)
  expect(await page.evaluate(() => document.cookie)).toContain('toss')
}

const list = async (context: BrowserContext) =>
  (await context.cookies()).map(({ name, domain, value }) => [name, domain, value.replace(/.*:/, '')]).sort()

test.describe('on https', () => {
  test.use({ secure: true })

  for (const host of ['www.shop.test', 'shop.test']) {
    for (const ahead of [-hour, 0, 20 * hour]) {
      test(`a cookie that another host has set for ${host}, dated ${ahead / hour} hours ahead, is not believed`, async ({
        page,
        site,
        consent,
        context,
      }) => {
        const sibling = site.page('<h1>Blog</h1>', { host: 'blog.shop.test' })
        const shop = site.page(`${site.cdn()}${tag}`, { host })
        await toss(page, sibling, encode(ahead))

        await page.goto(shop)
        await expect(consent.banner).toBeVisible()
        await consent.reject()
        await expect.poll(() => page.evaluate(() => window.askfirst.status)).toBe('decided')
        expect(await page.evaluate(() => window.askfirst.record?.id)).not.toContain('tossed')

        const other = await context.newPage()
        await toss(other, sibling, encode(ahead))
        await page.evaluate(() => void dispatchEvent(new Event('focus')))
        expect(await page.evaluate(() => window.askfirst.isGranted('marketing'))).toBe(false)
        await page.goto(shop)
        await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
        expect(await site.ran(page)).toEqual([])
      })
    }

    test(`the cookie of an earlier version is moved over on ${host}, and a foreign one beside it is left`, async ({
      page,
      site,
      consent,
      context,
    }) => {
      const sibling = site.page('<h1>Blog</h1>', { host: 'blog.shop.test' })
      const shop = site.page(`${site.cdn()}${tag}`, { host, path: '/shop/cart' })
      const own = encode(-9000, '-preferences~-statistics~-marketing').replace(
        /tossed\w+/,
        'ownrecordownreco',
      )
      await context.addCookies([
        { name: 'askfirst', value: own, domain: host, path: '/', expires: Date.now() / 1000 + 9999 },
      ])
      await toss(page, sibling, encode(20 * hour))

      for (let visit = 0; visit < 2; visit += 1) {
        await page.goto(shop)
        await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
        await expect(consent.banner).toHaveCount(0)
        expect(await site.ran(page)).toEqual([])
        expect(await page.evaluate(() => window.askfirst.record?.id)).toBe('ownrecordownreco')
        expect(await list(context)).toEqual([
          ['__Host-askfirst', host, '-preferences~-statistics~-marketing'],
          ['askfirst', '.shop.test', granted],
        ])
      }
      const [moved] = (await context.cookies()).filter(({ name }) => name.startsWith('__Host'))
      expect(moved).toMatchObject({ value: own, secure: true, path: '/' })
      // Its end is counted from the decision, not from the move.
      const decidedAt = Number.parseInt(own.split(':')[2] ?? '', 36)
      expect(Math.abs((moved?.expires ?? 0) - decidedAt - 182 * 86_400)).toBeLessThan(5)
    })
  }

  test('of an earlier cookie and one under the prefix the newer holds', async ({ page, site, context }) => {
    const url = site.page(`${site.cdn()}${tag}`)
    const cookie = { domain: 'www.shop.test', path: '/', secure: true }
    await context.addCookies([
      { ...cookie, name: '__Host-askfirst', value: encode(-9000) },
      { ...cookie, name: 'askfirst', value: encode(-50, '-preferences~-statistics~-marketing') },
    ])
    await page.goto(url)
    await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
    expect(await list(context)).toEqual([
      ['__Host-askfirst', 'www.shop.test', '-preferences~-statistics~-marketing'],
    ])
  })

  test('without the prefix the name stays, and a cookie that is no record stays where it is', async ({
    page,
    site,
    consent,
    context,
  }) => {
    const config = '<script type="application/json" id="o">{"cookie":{"prefix":false}}</script>'
    await page.goto(site.page(`${config}${site.cdn({ 'data-config': '#o' })}${tag}`, { path: '/plain' }))
    await consent.accept()
    await expect.poll(() => list(context)).toEqual([['askfirst', 'www.shop.test', granted]])

    await context.clearCookies()
    await context.addCookies([{ name: 'askfirst', value: 'a=setting', domain: 'www.shop.test', path: '/' }])
    await page.goto(site.page(`${site.cdn()}${tag}`, { path: '/prefixed' }))
    await consent.reject()
    await expect.poll(async () => (await context.cookies()).length).toBe(2)
    expect(await page.evaluate(() => document.cookie)).toContain('askfirst=a=setting')
  })

  test('a partitioned cookie is kept and read', async ({ page, site, consent }) => {
    const config =
      '<script type="application/json" id="o">{"cookie":{"partitioned":true,"sameSite":"None"}}</script>'
    const url = site.page(`${config}${site.cdn({ 'data-config': '#o' })}${tag}`)
    await page.goto(url)
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['A'])
    await page.goto(url)
    await expect.poll(() => site.ran(page)).toEqual(['A'])
    await expect(consent.banner).toHaveCount(0)
  })
})

test('on http a record dated ahead by another host never beats the refusal of this browser', async ({
  page,
  site,
  consent,
  context,
}) => {
  const sibling = site.page('<h1>Blog</h1>', { host: 'blog.shop.test' })
  const shop = site.page(`${site.cdn()}${tag}`)
  await page.goto(shop)
  await consent.reject()
  const other = await context.newPage()
  await toss(other, sibling, encode(20 * hour))
  await page.evaluate(() => void dispatchEvent(new Event('focus')))
  expect(await page.evaluate(() => window.askfirst.isGranted('marketing'))).toBe(false)
  await page.goto(shop)
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
  await expect(consent.banner).toHaveCount(0)
  expect(await list(context)).toEqual([['askfirst', 'www.shop.test', '-preferences~-statistics~-marketing']])
})
