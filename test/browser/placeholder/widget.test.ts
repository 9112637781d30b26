import { expect } from '../harness/index.js'
import { note, test } from '../harness/shop.js'

const script = (more: string, run: string) =>
  `<script type="text/plain" data-category="marketing" ${more}>${note(run)}</script>`

test('a place for a script widget shows a placeholder until its scripts are released', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await page.goto(
    shop.url(`<div id="map" data-category="marketing" data-placeholder="Map" data-src="/no" style="height: 300px; width: 400px"></div>
      ${script('', 'map')}`),
  )
  const group = page.getByRole('group', { name: 'Map' })
  await expect(group).toBeVisible()
  await expect(group).toContainText('Map is shown when you allow: Marketing.')
  // Nothing says which scripts build it: there is nothing to show once.
  await expect(group.getByRole('button')).toHaveText(['Always allow'])
  const box = await group.boundingBox()
  expect([box?.width, box?.height]).toEqual([400, 300])
  await page.locator('[data-ready]').getByRole('button', { name: 'Always allow' }).click()
  await expect.poll(() => site.ran(page)).toEqual(['map'])
  await expect(group).toHaveCount(0)
  expect(await page.locator('#map').evaluate((it) => [it.childElementCount, it.getAttribute('src')])).toEqual(
    [0, null],
  )
  expect((await consent.recordCookie())?.source).toBe('placeholder')
})

test('"show once" runs the scripts in it and those of its service, and stores nothing', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await page.goto(
    shop.url(`<div data-category="marketing" data-service="booking" data-placeholder="Calendar">${script('', 'inside')}</div>
      ${script('', 'other')}${script('data-service="booking"', 'booking')}
      ${script('data-service="chat"', 'chat')}`),
  )
  await page.locator('[data-ready]').getByRole('button', { name: 'Show once' }).click()
  await expect.poll(() => site.ran(page)).toEqual(['inside', 'booking'])
  await expect(page.getByRole('group', { name: 'Calendar' })).toHaveCount(0)
  expect(await consent.recordCookie()).toBeUndefined()
})

test('product cards, editors and pictures that use the same attributes are left alone', async ({
  page,
  shop,
}) => {
  const html = `<div id="all"><div data-category="shoes" data-placeholder="Shoe">card</div>
    <div contenteditable="" data-placeholder="Write">text</div>
    <img alt="" data-category="marketing" data-src="/pixel.gif" data-placeholder="/tiny.gif"></div>`
  await shop.open(html)
  await page.waitForTimeout(300)
  expect(await page.locator('#all').evaluate((it) => it.outerHTML)).toBe(html)
  await expect(page.locator('[data-surface=placeholder]')).toHaveCount(0)
})
