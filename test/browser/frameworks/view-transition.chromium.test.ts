import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

test('a view transition around a new body keeps one banner that works', async ({ page, shop, consent }) => {
  await shop.open('<main>one</main>')
  await page.evaluate(async () => {
    await document.startViewTransition(() => {
      const body = document.createElement('body')
      body.innerHTML = '<main>two</main>'
      document.body.replaceWith(body)
    }).finished
  })
  await expect(page.getByText('two')).toBeVisible()
  await expect(consent.banner).toBeVisible()
  await expect(page.locator('#askfirst')).toHaveCount(1)
  await consent.accept()
  await expect(consent.banner).toBeHidden()
})
