import type { BrowserContext } from '@playwright/test'
import { collectEvents } from '../harness/events.js'
import { expect, test } from '../harness/index.js'

const day = 86_400

const find = async (context: BrowserContext, name = 'askfirst') =>
  (await context.cookies()).find((cookie) => cookie.name === name)

for (const secure of [false, true]) {
  test.describe(`on a ${secure ? 'https' : 'http'} page`, () => {
    test.use({ secure })

    test('the cookie is host-only, Lax, for six months from the decision and written once', async ({
      page,
      site,
      consent,
      context,
    }) => {
      const url = site.page(`${site.cdn({ 'data-policy-version': '2024-10-01' })}<h1>Shop</h1>`, {
        path: '/shop/cart',
      })
      await page.goto(url)
      await consent.preferences()
      await consent.switch(/statistics/i).click()
      const before = Math.floor(Date.now() / 1000)
      await consent.save()
      await expect(consent.dialog).toBeHidden()
      const after = Date.now() / 1000

      const name = secure ? '__Host-askfirst' : 'askfirst'
      const cookie = await find(context, name)
      expect(cookie?.value).toMatch(
        /^1:2024-10-01:[0-9a-z]{6}:[0-9a-z]{16}:preferences:-preferences~statistics~-marketing$|^1:2024-10-01:[0-9a-z]{6}:[0-9a-z]{16}:preferences:-preferences~-marketing~statistics$/,
      )
      expect(cookie?.value).toMatch(/^[A-Za-z0-9_.~:-]+$/)
      expect(cookie).toMatchObject({
        domain: 'www.shop.test',
        path: '/',
        sameSite: 'Lax',
        secure,
        httpOnly: false,
      })
      expect(cookie?.expires).toBeGreaterThanOrEqual(before + 182 * day - 1)
      expect(cookie?.expires).toBeLessThanOrEqual(after + 182 * day + 1)

      await page.waitForTimeout(2100)
      await page.goto(url)
      await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary statistics')
      await expect(consent.banner).toHaveCount(0)
      expect(await find(context, name)).toEqual(cookie)
    })
  })
}

test('the proof of consent keeps its id when the visitor decides again', async ({ page, site, consent }) => {
  await page.goto(site.page(`${site.cdn()}<button data-consent-action="preferences">Cookies</button>`))
  await consent.accept()
  const first = await consent.recordCookie()
  await page.getByRole('button', { name: 'Cookies' }).click()
  await consent.reject()
  await expect.poll(async () => (await consent.recordCookie())?.choices).toMatchObject({ statistics: false })
  expect((await consent.recordCookie())?.id).toBe(first?.id)
})

test('a choice made under /shop holds on the whole host, and on no other', async ({
  page,
  site,
  consent,
}) => {
  const html = `${site.cdn()}<script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>`
  const shop = site.page(html, { path: '/shop/cart' })
  await page.goto(shop)
  await consent.accept()
  await page.goto(site.page(html, { path: '/about' }))
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await page.goto(site.page(html, { host: 'shop.test' }))
  await expect(consent.banner).toBeVisible()
  expect(await site.ran(page)).toEqual([])
})

test('a cookie domain shares the choice with the hosts below it', async ({
  page,
  site,
  consent,
  context,
}) => {
  const html = `${site.cdn({ 'data-cookie-domain': '.Shop.test', 'data-cookie-name': 'choice', 'data-cookie-days': '30' })}
    <script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>`
  await page.goto(site.page(html))
  await consent.accept()
  const cookie = await find(context, 'choice')
  expect(cookie?.domain).toBe('.shop.test')
  expect(Math.abs((cookie?.expires ?? 0) - Date.now() / 1000 - 30 * day)).toBeLessThan(20)

  await page.goto(site.page(html, { host: 'blog.shop.test' }))
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(await consent.cookieNames()).toEqual(['choice'])
})

test('a renamed cookie asks again and leaves the old one alone', async ({ page, site, consent }) => {
  const url = site.page(`${site.cdn({ 'data-cookie-name': 'choice' })}
    <script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>`)
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  expect(await site.ran(page)).toEqual([])
  await consent.reject()
  expect((await consent.recordCookie('choice'))?.choices).toMatchObject({ statistics: false })
  expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: true })
})

test('300 services fit into one cookie while few of them differ, and do no harm when all do', async ({
  page,
  site,
  context,
}) => {
  const services = Array.from({ length: 300 }, (_, index) => `partner-${index}`)
  const options = {
    categories: {
      necessary: { required: true },
      marketing: { services: Object.fromEntries(services.map((name) => [name, { switch: true }])) },
    },
  }
  const events = await collectEvents(page)
  await page.goto(
    site.page(`<script type="application/json" id="options">${JSON.stringify(options)}</script>
      ${site.cdn({ 'data-config': '#options' })}`),
  )

  const save = (refused: readonly string[]) =>
    page.evaluate((names) => {
      const choices = Object.fromEntries(names.map((name) => [`marketing.${name}`, false]))
      window.askfirst.save({ marketing: true, ...choices })
    }, refused)
  await save(services.slice(0, 100))
  const value = (await find(context))?.value ?? ''
  expect(value.length).toBeGreaterThan(1000)
  expect(value.length).toBeLessThan(4000)
  await save(services)

  const [kept, lost] = await events('change')
  expect(kept?.persisted).toBe(true)
  expect(lost?.persisted).toBe(false)
  expect(await events('error')).toHaveLength(1)
  expect(await page.evaluate(() => window.askfirst.isGranted('marketing.partner-299'))).toBe(false)
})
