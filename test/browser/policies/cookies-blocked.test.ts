import { test } from '../harness/demo.js'
import { expect } from '../harness/index.js'

// 2: no cookies at all.
test.use({ firefoxPrefs: { 'network.cookie.cookieBehavior': 2 } })

for (const [host, path, quote] of [
  ['balansys', '/cookie-policy', '“If your browser is configured to block all cookies”'],
  ['esomus', '/cookies', '« Vous pouvez bloquer l’installation de cookies »'],
] as const) {
  test(`${quote}: the page works, the choice holds for it, and nothing is stored`, async ({
    page,
    context,
    browserName,
    consent,
    at,
  }) => {
    if (browserName === 'chromium') {
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setDocumentCookieDisabled', { disabled: true })
    }
    await page.goto(at(host, path))
    await expect(page.getByRole('table', { name: /^(Categories of|Catégories de) cookies$/ })).toBeVisible()
    await consent.preferences()
    await consent.switch(/statisti/i).click()
    await consent.save()
    await expect(page.locator('html')).toHaveAttribute('data-consent', /statistics/)
    await expect(consent.banner).toBeHidden()
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/reference|référence/)
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })
}
