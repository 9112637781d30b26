import { expect, test } from '../harness/index.js'
import type { Site } from '../harness/site.js'

const tag = (site: Pick<Site, 'cdn'>, more: { [name: string]: string } = {}) =>
  site.cdn(
    { ...more },
    { head: `<script>window.askfirst = { options: { banner: { confirmation: true } } }</script>` },
  )

test('after a choice it says what was chosen, and how to change it', async ({ page, site, consent }) => {
  await page.goto(site.page(`${tag(site)}<h1>Shop</h1>`))
  await consent.preferences()
  await consent.switch(/statistics/i).click()
  await consent.save()
  const said = consent.host.getByRole('region', { name: 'Preferences saved' })
  await expect(said).toContainText('Allowed: Statistics.')
  await expect(said).toContainText('Not allowed: Preferences, Marketing.')
  await expect(consent.host.getByRole('status')).toHaveText(
    /^Preferences saved\. Allowed: Statistics\. Not allowed: Preferences, Marketing\. ?$/,
  )
  await said.getByRole('button', { name: 'Change my choice' }).click()
  await expect(consent.dialog).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('it takes no focus, and goes when it is closed', async ({ page, site, consent }) => {
  await page.goto(site.page(`${tag(site)}<h1>Shop</h1><button>Mine</button>`))
  await expect(consent.banner).toBeVisible()
  await page.getByRole('button', { name: 'Mine' }).focus()
  await page.evaluate(() =>
    document
      .getElementById('askfirst')
      ?.shadowRoot?.querySelector<HTMLElement>('[data-consent-action=reject-all]')
      ?.click(),
  )
  const said = consent.host.getByRole('region', { name: 'Preferences saved' })
  await expect(said).toContainText('Not allowed: Preferences, Statistics, Marketing.')
  await expect(page.getByRole('button', { name: 'Mine' })).toBeFocused()
  await said.getByRole('button', { name: 'Close' }).click()
  await expect(said).toHaveCount(0)
  await page.reload()
  await page.waitForFunction(() => window.askfirst.status === 'decided')
  await expect(consent.host).toHaveCount(0)
})

test('it speaks the language of the visitor', async ({ page, site, consent }) => {
  await page.goto(site.page(tag(site, { 'data-locale': 'de' })))
  await consent.accept()
  await expect(consent.host.getByRole('status')).toContainText('Statistik')
  await expect(consent.host.getByRole('region')).not.toContainText(/Allowed|Change|Close/)
})

test('without the option nothing is loaded for it', async ({ page, site, consent }) => {
  await page.goto(site.page(site.cdn()))
  await consent.accept()
  await expect(consent.host.getByRole('status')).toHaveText('Preferences saved')
  expect(site.requests({ path: /confirmation/ })).toHaveLength(0)
})
