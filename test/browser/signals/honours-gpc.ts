import '../harness/events.js'
import type { Page } from '@playwright/test'
import type { ConsentPage } from '../harness/consent.js'
import { expect } from '../harness/index.js'
import type { Site } from '../harness/site.js'

export const sentence = /^Opt-out request honoured: your browser sends the signal “Global Privacy Control”\.$/

interface Visit {
  readonly page: Page
  readonly site: Site
  readonly consent: ConsentPage
}

/** The npm build with the banner; `options` is code. */
export async function openShop({ page, site }: Visit, options = '', head = ''): Promise<void> {
  const bundle = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { gpc } from 'askfirst/plugins/gpc'
    window.consent = createConsent({
      view: () => import('askfirst/view'),
      plugins: [gpc()],
      reload: 'never',
      ${options}
    })
    window.consent.start()`)
  await page.goto(
    site.page(`<head><title>Shop</title>${head}${bundle}</head><body><main><h1>Shop</h1></main>`),
  )
  await page.waitForFunction(() => window.consent?.status)
}

/** One visitor from the first visit to an explicit answer and the next visit. */
export async function honoursTheSignal(visit: Visit): Promise<void> {
  const { page, consent } = visit
  await openShop(visit)
  await expect(consent.banner.locator('[part=notice]')).toHaveText(sentence)
  expect(await page.evaluate(() => window.consent.isGranted('marketing'))).toBe(false)
  expect(await consent.cookieNames()).toEqual([])

  await consent.preferences()
  await expect(consent.dialog.locator('[part=category-notice]')).toHaveText(
    /^Off, because your browser sends the signal “Global Privacy Control”/,
  )
  await expect(consent.switch(/marketing/i)).not.toBeChecked()
  await expect(consent.switch(/marketing/i)).toHaveAccessibleDescription(/Global Privacy Control/)
  await expect(consent.dialog.locator('[part=category-notice]')).toHaveCount(1)

  await consent.switch(/marketing/i).click()
  await consent.save()
  await expect(consent.banner).toBeHidden()
  expect(await page.evaluate(() => window.consent.isGranted('marketing'))).toBe(true)
  expect((await consent.recordCookie())?.source).toBe('preferences')

  await page.reload()
  await page.waitForFunction(() => window.consent?.status)
  expect(await page.evaluate(() => window.consent.isGranted('marketing'))).toBe(true)
}
