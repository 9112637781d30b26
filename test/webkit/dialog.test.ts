import { expect, test } from './harness/index.js'

const html = `<main><h1>Shop</h1><p><a href="#a">A link</a></p>
  <p><a href="#settings" id="opener" data-consent-action="preferences">Cookie settings</a></p></main>`

const active = () => document.activeElement?.id || document.activeElement?.tagName
const place = () => {
  const { x, y } = document.querySelector('h1')?.getBoundingClientRect() ?? new DOMRect()
  return [x, y, document.documentElement.clientWidth]
}

test('the banner is a labelled region that takes no focus and comes first in the tab order', async ({
  page,
  shop,
  consent,
}) => {
  await shop.open(html)
  expect(await page.evaluate(active)).toBe('BODY')
  const banner = await consent.surface('banner')
  expect(await banner.getAriaRole()).toBe('region')
  expect(await banner.getAccessibleName()).toMatch(/\w/)
  await page.press('TAB')
  expect(await page.evaluate(active)).toBe('askfirst')
  await page.press('ESCAPE')
  expect(await consent.shows('banner')).toBe(true)
  expect(await page.cookies()).toEqual([])
})

test('the dialog is modal; Escape stores nothing, and the focus goes back to the link that opened it', async ({
  page,
  shop,
  consent,
}) => {
  await shop.open(html)
  await page.evaluate(() => document.querySelector<HTMLElement>('#opener')?.focus())
  await page.press('ENTER')
  const dialog = await consent.surface('dialog')
  expect(await dialog.getAriaRole()).toBe('dialog')
  expect(await dialog.getAccessibleName()).toMatch(/\w/)
  expect(await page.evaluate((it) => (it as unknown as Element).matches(':modal'), dialog)).toBe(true)
  for (let index = 0; index < 15; index++) {
    await page.press('TAB')
    expect(await page.evaluate(active)).toMatch(/^(askfirst|BODY)$/)
  }
  const statistics = await consent.switch('statistics')
  await statistics.click()
  expect(await statistics.isSelected()).toBe(true)
  await page.press('ESCAPE')
  await expect.poll(() => consent.shows('dialog')).toBe(false)
  expect(await page.cookies()).toEqual([])
  expect(await page.evaluate(active)).toBe('opener')
  expect(await page.evaluate(() => location.hash)).toBe('')
  await page.press('ENTER')
  await consent.surface('dialog')
  expect(await (await consent.switch('statistics')).isSelected()).toBe(false)
})

test('showing, opening and deciding move nothing on the page', async ({ page, shop, consent }) => {
  const url = shop.url(`${html}<div style="height: 3000px"></div>`)
  await page.goto(url)
  const before = await page.evaluate(place)
  await consent.surface('banner')
  expect(await page.evaluate(place)).toEqual(before)
  await consent.preferences()
  expect(await page.evaluate(place)).toEqual(before)
  await consent.save()
  await expect.poll(() => consent.shows('banner')).toBe(false)
  expect(await page.evaluate(place)).toEqual(before)
})

test('a French page is asked in French', async ({ page, site, consent }) => {
  await page.goto(site.page(`<html lang="fr"><body>${site.cdn()}<h1>Boutique</h1>`))
  expect(await (await consent.action('reject-all')).getText()).toBe('Tout refuser')
  await consent.preferences()
  expect(await (await consent.action('save')).getText()).toMatch(/^Enregistrer/)
})
