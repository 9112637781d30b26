import '../harness/events.js'
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'

const source = `
  import { createConsent } from 'askfirst'
  import { googleConsentMode } from 'askfirst/plugins/google-consent-mode'
  window.consent = createConsent({ plugins: [googleConsentMode()] })
  window.consent.start()
  window.dataLayer.push('config')`

const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
}

const queue = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { dataLayer: unknown[] }).dataLayer.map((it) =>
      Object.prototype.toString.call(it) === '[object Arguments]' ? [...(it as unknown[])] : it,
    ),
  )

test('a first visit gets a denying default, a choice one update and one event', async ({ page, site }) => {
  await page.goto(site.page(await site.bundle(source)))
  const standard = ['consent', 'default', { ...denied, wait_for_update: 500 }]
  await expect.poll(() => queue(page)).toEqual([standard, 'config'])
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  const update = ['consent', 'update', { ...denied, analytics_storage: 'granted' }]
  const event = { event: 'cookie_consent_update' }
  expect(await queue(page)).toEqual([standard, 'config', update, event])

  await page.reload()
  await expect.poll(() => queue(page)).toEqual([standard, update, event, 'config'])
  await page.evaluate(() => void window.consent.withdraw())
  expect((await queue(page)).slice(4)).toEqual([['consent', 'update', denied], event])
})

test('an array that the page puts in the place of the queue hears the updates', async ({ page, site }) => {
  await page.goto(site.page(await site.bundle(source)))
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => {
    Object.assign(window, { dataLayer: [{ page: 'home' }] })
    window.consent.rejectAll()
  })
  expect(await queue(page)).toEqual([
    { page: 'home' },
    ['consent', 'update', denied],
    { event: 'cookie_consent_update' },
  ])
})

test('a start anew, as by StrictMode, sends no second default', async ({ page, site }) => {
  await page.goto(site.page(await site.bundle(source)))
  await page.waitForFunction(() => window.consent?.status)
  await page.evaluate(() => {
    window.consent.destroy()
    window.consent.start()
  })
  expect(await queue(page)).toEqual([['consent', 'default', { ...denied, wait_for_update: 500 }], 'config'])
})
