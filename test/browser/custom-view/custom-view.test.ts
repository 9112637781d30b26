import { expect, test } from '../harness/index.js'

for (const name of ['custom-view', 'react-view']) {
  test.describe(`the example ${name}`, () => {
    const open = async (site: Parameters<Parameters<typeof test>[2]>[0]['site']) =>
      site.page(`<body><h1>Shop</h1>
        <script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>
        <button data-consent-action="preferences">Cookie settings</button>
        ${await site.bundle(`import { consent } from './examples/${name}/consent.js'\nwindow.consent = consent`)}`)

    test('holds and releases', async ({ page, site, consent }) => {
      await page.goto(await open(site))
      await expect(page.getByRole('region', { name: 'Cookies' })).toBeVisible()
      expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
      await page.getByRole('button', { name: 'Accept all' }).click()
      await expect(page.getByRole('region')).toHaveCount(0)
      await expect.poll(() => site.ran(page)).toEqual(['A'])
      expect(await consent.recordCookie()).toMatchObject({ source: 'banner', choices: { marketing: true } })
    })

    test('saves one choice, shows it again and takes it back', async ({ page, site, consent }) => {
      await page.goto(await open(site))
      await page.getByRole('button', { name: 'Choose' }).click()
      const dialog = page.getByRole('dialog', { name: 'Cookie preferences' })
      await expect(dialog.getByLabel('necessary')).toBeDisabled()
      await dialog.getByLabel('statistics').check()
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByRole('region')).toHaveCount(0)
      await expect.poll(() => site.ran(page)).toEqual(['A'])
      expect((await consent.recordCookie())?.choices).toEqual({ statistics: true, marketing: false })
      await page.getByRole('button', { name: 'Cookie settings' }).click()
      await expect(dialog.getByLabel('statistics')).toBeChecked()
      await Promise.all([
        page.waitForEvent('load'),
        dialog.getByRole('button', { name: 'Reject all' }).click(),
      ])
      expect((await consent.recordCookie())?.choices).toEqual({ statistics: false, marketing: false })
      expect(await site.ran(page)).toEqual([])
    })

    test('gives the focus back and stores nothing on Escape', async ({ page, site, consent }) => {
      await page.goto(await open(site))
      const opener = page.getByRole('button', { name: 'Cookie settings' })
      await opener.press('Enter')
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.getByLabel('statistics').check()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(opener).toBeFocused()
      expect(await consent.recordCookie()).toBeUndefined()
      await opener.press('Enter')
      await expect(page.getByLabel('statistics')).not.toBeChecked()
      await page.evaluate(() => window.consent.destroy())
      await expect(page.getByRole('dialog')).toHaveCount(0)
    })
  })
}
