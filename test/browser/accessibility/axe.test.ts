import { expect, test } from '../harness/index.js'
import { arabic, openStage } from '../harness/stage.js'

const html = `<main><h1>Shop</h1><p><a href="#a">A link</a> and text.</p>
  <iframe title="Film" data-category="marketing" data-src="/frame.html" width="400" height="225"></iframe></main>`

for (const direction of ['ltr', 'rtl'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any surface: ${theme}, ${direction}`, async ({ page, site, consent }) => {
      test.setTimeout(240_000)
      const stage = await openStage(page, site, html)
      await page.evaluate(
        ([dir, lang]) => Object.assign(document.documentElement, { dir, lang }),
        direction === 'rtl' ? ['rtl', 'ar'] : ['ltr', 'en'],
      )
      const texts = direction === 'rtl' ? arabic : {}
      for (const layout of ['bar', 'box', 'dialog'] as const) {
        const banner = { layout, theme, imprintUrl: '/imprint', settingsButton: true }
        const extras = {
          logo: { src: '/pixel.gif', width: 80, height: 24 },
          buttons: [
            { label: 'Contact', href: '/contact' },
            { label: 'Subscribe', action: 'subscribe' },
          ],
        }
        await stage.show({ texts, banner: { ...banner, ...(layout === 'box' && extras) } })
        await expect(page.frameLocator('iframe').getByRole('group')).toBeVisible()
        expect(await stage.audit(), `${layout}: banner and placeholder`).toEqual([])
        await consent.preferences()
        expect(await stage.audit(), `${layout}: preferences`).toEqual([])
        for (const details of await consent.dialog.locator('summary').all()) await details.click()
        await consent.dialog.locator('[part=details-button]').first().click()
        await expect(consent.dialog.locator('[part=details]').first()).toBeVisible()
        expect(await stage.audit(), `${layout}: preferences with everything open`).toEqual([])
        await consent.reject()
        const button = consent.host.locator('[part=settings-button]')
        await button.hover()
        await expect(consent.host.locator('[part=tooltip]')).toBeVisible()
        expect(await stage.audit(), `${layout}: floating button and placeholder`).toEqual([])
      }
    })
  }
}

test('axe finds nothing where a banner scrolls that links nowhere', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  const stage = await openStage(page, site, html)
  await stage.show({ policy: {} })
  expect(await stage.audit()).toEqual([])
})
