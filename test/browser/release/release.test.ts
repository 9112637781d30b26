import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

declare global {
  interface Window {
    released?: string[][]
    updates?: number
  }
}

const listening = `<script>
  window.released = []; window.updates = 0
  addEventListener('askfirst:release', ({ detail }) => released.push(detail.elements.map((it) => it.id)), true)
  addEventListener('ptupdate', () => updates++)
</script>`

test('an event names the released elements, once, when their scripts have been started', async ({
  page,
  shop,
}) => {
  await shop.open(`${listening}${held('id="one"', note('1'))}${held('id="two"', note('2'))}
    <iframe id="film" data-category="statistics" data-src="/frame.html"></iframe>
    <template id="part" data-category="statistics"><p>text</p></template>`)
  await shop.save({ statistics: true })
  await expect
    .poll(() => page.evaluate(() => window.released?.flat().sort()))
    .toEqual(['film', 'one', 'part', 'two'])
  await shop.save({ statistics: true, preferences: true })
  await page.waitForTimeout(300)
  expect((await page.evaluate(() => window.released))?.flat()).toHaveLength(4)
})

test('scripts for Partytown get their type, and Partytown is told once', async ({ page, site, shop }) => {
  await shop.open(
    `${listening}${held('data-type="text/partytown"', note('worker'))}${held(`data-type="text/partytown" data-src="${site.tag('worker file')}"`)}`,
  )
  await shop.save({ statistics: true })
  await expect.poll(() => page.evaluate(() => window.updates)).toBe(1)
  await expect(page.locator('script[type="text/partytown"]')).toHaveCount(2)
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => window.updates)).toBe(1)
  expect(await site.ran(page)).toEqual([])
})
