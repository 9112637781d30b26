import type { BrowserContext } from '@playwright/test'
import { expect, test } from '../harness/index.js'

/** A record of so many seconds ago. */
function encode(age: number, choices: string): string {
  const seconds = Math.floor(Date.now() / 1000 - age).toString(36)
  return `1::${seconds}:Vq3fJ8kLmN0pQw1x:banner:${choices}`
}

const granted = 'preferences~statistics~marketing'
const refused = '-preferences~-statistics~-marketing'

const list = async (context: BrowserContext) =>
  (await context.cookies())
    .filter(({ name }) => name === 'askfirst')
    .map(({ domain, path, value }) => [domain, path, value.replace(/.*:/, '')])

const tag = `<script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>
  <script type="text/plain" data-category="!statistics">(window.ran ||= []).push('refused')</script>`

for (const { newest, host, wide, cookieDomain } of [
  { newest: 'host-only', host: granted, wide: refused, cookieDomain: undefined },
  { newest: 'host-only', host: refused, wide: granted, cookieDomain: 'shop.test' },
  { newest: 'domain-wide', host: granted, wide: refused, cookieDomain: undefined },
  { newest: 'domain-wide', host: refused, wide: granted, cookieDomain: 'shop.test' },
] as const) {
  const option = cookieDomain ? 'with' : 'without'
  test(`of two cookies the newer, ${newest} one holds and the other goes, ${option} a domain option`, async ({
    page,
    site,
    consent,
    context,
  }) => {
    const isHost = newest === 'host-only'
    const answer = isHost ? host : wide
    const cookie = { name: 'askfirst', path: '/' }
    await context.addCookies([
      { ...cookie, domain: 'www.shop.test', value: encode(isHost ? 100 : 9000, host) },
      { ...cookie, domain: '.shop.test', value: encode(isHost ? 9000 : 100, wide) },
    ])
    const url = site.page(`${site.cdn(cookieDomain ? { 'data-cookie-domain': cookieDomain } : {})}${tag}`)
    for (let visit = 0; visit < 2; visit += 1) {
      await page.goto(url)
      await expect.poll(() => site.ran(page)).toEqual([answer === granted ? 'A' : 'refused'])
      await expect(consent.banner).toHaveCount(0)
      expect(await list(context)).toEqual([[cookieDomain ? '.shop.test' : 'www.shop.test', '/', answer]])
    }
  })
}

for (const host of ['www.shop.test', 'localhost', '127.0.0.1']) {
  test(`a twin under a path of ${host} goes, and the choice stays`, async ({
    page,
    site,
    consent,
    context,
  }) => {
    const cookie = { name: 'askfirst', domain: host }
    await context.addCookies([
      { ...cookie, path: '/', value: encode(100, refused) },
      { ...cookie, path: '/shop', value: encode(9000, granted) },
    ])
    await page.goto(site.page(`${site.cdn()}${tag}`, { host, path: '/shop/cart' }))
    await expect.poll(() => site.ran(page)).toEqual(['refused'])
    await expect(consent.banner).toHaveCount(0)
    expect(await list(context)).toEqual([[host, '/', refused]])
  })
}

test('a decision leaves one cookie, whatever was there', async ({ page, site, consent, context }) => {
  const cookie = { name: 'askfirst' }
  await context.addCookies([
    { ...cookie, domain: 'www.shop.test', path: '/shop', value: 'broken' },
    { ...cookie, domain: '.shop.test', path: '/', value: 'broken' },
    { ...cookie, domain: '.www.shop.test', path: '/shop', value: 'broken' },
  ])
  await page.goto(site.page(`${site.cdn()}${tag}`, { path: '/shop/cart' }))
  await consent.accept()
  await expect.poll(() => list(context)).toEqual([['www.shop.test', '/', granted]])
})
