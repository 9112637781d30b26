import { expect, test } from '../harness/index.js'
import { test as shopTest } from '../harness/shop.js'

const categories = { necessary: { required: true }, statistics: { cookies: [{ name: '_ga' }] } }

for (const secure of [false, true]) {
  shopTest.describe(`on a ${secure ? 'https' : 'http'} page`, () => {
    shopTest.use({ secure })
    for (const erase of [undefined, 'host'] as const) {
      shopTest(
        `erase: ${erase ?? 'as usual'} ${erase ? 'leaves' : 'takes'} the cookies of parent domains`,
        async ({ shop, consent, context }) => {
          const cookie = { name: '_ga', value: 'x', path: '/' }
          await context.addCookies([
            { ...cookie, domain: 'www.shop.test' },
            { ...cookie, domain: '.shop.test' },
          ])
          await shop.open('<h1>Shop</h1>', { categories, ...(erase && { erase }) })
          await consent.reject()
          const left = async () =>
            (await context.cookies()).filter(({ name }) => name === '_ga').map(({ domain }) => domain)
          await shopTest.expect.poll(left).toEqual(erase ? ['.shop.test'] : [])
        },
      )
    }
  })
}

test('erasing on a path with a semicolon sets nothing', async ({ page, site, consent, context }) => {
  const config = `<script type="application/json" id="o">${JSON.stringify({ categories })}</script>`
  const path = '/a;max-age=99999;domain=shop.test/b'
  await page.goto(site.page(`${config}${site.cdn({ 'data-config': '#o' })}<h1>Shop</h1>`, { path }))
  await page.evaluate(() => {
    document.cookie = '_ga=by-default'
    document.cookie = '_ga=root;path=/'
  })
  await consent.reject()
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['askfirst'])
})
