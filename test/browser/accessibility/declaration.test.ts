import { mounting } from '../declaration/site.js'
import { expect, test } from '../harness/index.js'
import { audit } from './audit.js'

for (const locale of ['en', 'fr']) {
  for (const width of [1280, 320]) {
    for (const groupBy of ['category', 'party-persistence', 'service']) {
      test(`axe finds nothing on the declaration by ${groupBy} in ${locale} at ${width} pixels`, async ({
        page,
        site,
        consent,
      }) => {
        await page.setViewportSize({ width, height: 800 })
        const script = await site.bundle(mounting({ groupBy }))
        await page.goto(
          site.page(`<!doctype html><html lang="${locale}"><title>Shop</title>
            <main><h1>Cookies</h1><div id="declaration"></div></main>${script}`),
        )
        await page.getByRole('table').first().waitFor()
        await consent.accept()
        await expect(consent.banner).toBeHidden()
        expect(await audit(page)).toEqual([])
      })
    }
  }
}
