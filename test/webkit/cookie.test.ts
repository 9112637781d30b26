import { expect, held, note, test } from './harness/index.js'

const day = 86_400

for (const secure of [false, true]) {
  test(`on ${secure ? 'https' : 'http'} the cookie is host-only, Lax, for six months from the decision`, async ({
    page,
    site,
    consent,
  }) => {
    const tag = site.cdn({ 'data-policy-version': '2024-10-01' }, { secure })
    const url = site.page(`${tag}<h1>Shop</h1>`, { path: '/shop/cart', secure })
    await page.goto(url)
    await consent.surface('banner')
    expect(await page.cookies()).toEqual([])
    await consent.preferences()
    await (await consent.switch('statistics')).click()
    await consent.save()
    await expect.poll(() => consent.shows('dialog')).toBe(false)

    const cookies = await page.cookies()
    expect(cookies).toEqual([
      expect.objectContaining({
        name: secure ? '__Host-askfirst' : 'askfirst',
        domain: 'www.shop.test',
        path: '/',
        sameSite: 'Lax',
        secure,
        httpOnly: false,
      }),
    ])
    expect(cookies[0]?.value).toMatch(/^1:2024-10-01:[0-9a-z]{6}:[A-Za-z0-9_-]{16}:preferences:[a-z~-]+$/)
    expect(Math.abs(Number(cookies[0]?.expiry) - Date.now() / 1000 - 182 * day)).toBeLessThan(30)
    const record = await consent.recordCookie()
    expect(record?.choices).toEqual({ preferences: false, statistics: true, marketing: false })

    await page.goto(url)
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.consent))
      .toBe('necessary statistics')
    expect(await page.cookies()).toEqual(cookies)
  })
}

test('a visitor who agreed is not asked again, and the tags run as the page is parsed', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const url = shop.url(held(`src="${site.tag('A', { delay: 200 })}"`) + held('', note('B')))
  await page.goto(url)
  await consent.accept()
  await expect.poll(page.ran).toEqual(['A', 'B'])
  await page.goto(url)
  await expect.poll(page.ran).toEqual(['A', 'B'])
  expect(await page.evaluate(() => document.querySelector('#askfirst'))).toBeNull()
})

test('a refusal is kept and nothing runs, on the next page either', async ({ page, site, shop, consent }) => {
  const html = held(`src="${site.tag('A')}"`) + held('data-category="necessary"', note('needed'))
  await shop.open(html)
  await consent.reject()
  await expect.poll(() => consent.shows('banner')).toBe(false)
  expect((await consent.recordCookie())?.choices).toEqual({
    preferences: false,
    statistics: false,
    marketing: false,
  })
  await page.goto(shop.url(html, undefined, '/next'))
  await expect.poll(page.ran).toEqual(['needed'])
  expect(await consent.shows('banner')).toBe(false)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
})

test('withdrawal erases what was declared, on the parent domain too, and starts the page anew', async ({
  page,
  shop,
  consent,
}) => {
  const set = `if (!window.name) {
    for (const place of ['', ';domain=shop.test', ';path=/deep', ';path=/deep/;domain=shop.test'])
      for (const name of ['_ga', '_ga_X1']) document.cookie = name + '=1;max-age=9999;path=/' + place
    document.cookie = 'session=1;path=/'
    localStorage.visits = localStorage.other = '1'
    window.name = 'set'
  }`
  const cookies = [{ name: '_ga' }, { name: '_ga_*' }, { name: 'visits', kind: 'local-storage' }]
  const categories = { necessary: { required: true }, statistics: { cookies } }
  await page.goto(shop.url(held('', `${set}; ${note('A')}`), { categories }, '/deep/page'))
  await consent.accept()
  await expect.poll(page.ran).toEqual(['A'])
  const names = async () => (await page.cookies()).map(({ name }) => name).sort()
  expect((await names()).filter((name) => name.startsWith('_ga'))).toHaveLength(8)

  await page.evaluate(() => void setTimeout(() => window.askfirst.withdraw()))
  await expect.poll(page.ran).toEqual([])
  await expect.poll(names).toEqual(['askfirst', 'session'])
  expect(await page.evaluate(() => [localStorage.visits, localStorage.other])).toEqual([null, '1'])
  expect(await consent.shows('banner')).toBe(false)
})
