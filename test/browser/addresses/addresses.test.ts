import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

const code = 'top.hit=1'
const forbidden = [
  `javascript:${code}`,
  `java\nscript:${code}`,
  `java\tscript:${code}`,
  `\u0001javascript:${code}`,
  ` JavaScript:${code}`,
  `data:text/html,<script>${code}</script>`,
  `vbscript:${code}`,
  'blob:https://other.test/1-2-3',
  'filesystem:https://other.test/1',
]
const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const quote = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

test('addresses that run code are never set, whatever hides them, and each is reported', async ({
  page,
  shop,
}) => {
  const tags = forbidden.map((address) => {
    const url = quote(address)
    return `<iframe data-category="necessary" data-src="${url}"></iframe><embed data-category="necessary" data-src="${url}">
      <object data-category="necessary" data-data="${url}"></object><link rel="stylesheet" data-category="necessary" data-href="${url}">
      <script type="text/plain" data-category="necessary" data-src="${url}"></script>`
  })
  const hidden = `<iframe data-category="necessary" data-srcdoc="&lt;script>${code}&lt;/script>"></iframe>`
  await page.goto(shop.url(tags.join('') + hidden))
  await expect.poll(async () => (await shop.failures()).length).toBeGreaterThanOrEqual(forbidden.length * 5)
  await page.waitForTimeout(300)
  const set = await page.evaluate(
    () =>
      [...document.querySelectorAll('body [data-category]')].filter((it) =>
        ['src', 'srcdoc', 'data', 'href'].some((name) => it.hasAttribute(name)),
      ).length,
  )
  expect(set).toBe(0)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
})

test('data addresses are for pictures, and one bad candidate keeps a set from being used', async ({
  page,
  shop,
}) => {
  await shop.open(`<img id="good" alt="" data-category="necessary" data-src="${picture}" data-srcset="${picture} 2x, /pixel.gif 3x">
    <img id="bad" alt="" data-category="necessary" data-srcset="/pixel.gif, javascript:${code} 2x">
    <video id="film" data-category="necessary" data-poster="${picture}" data-src="data:video/webm;base64,AAAA"></video>`)
  await expect(page.locator('#good')).toHaveAttribute('src', picture)
  await expect(page.locator('#good')).toHaveAttribute('srcset', /2x/)
  await expect(page.locator('#film')).toHaveAttribute('poster', picture)
  await expect(page.locator('#film')).not.toHaveAttribute('src')
  await expect(page.locator('#bad')).not.toHaveAttribute('srcset')
})

test('data-srcdoc works where the site turns it on', async ({ page, shop }) => {
  await shop.open('<iframe id="own" data-category="necessary" data-srcdoc="&lt;p>hello&lt;/p>"></iframe>', {
    srcdoc: true,
  })
  await expect(page.frameLocator('#own').locator('p')).toHaveText('hello')
})
