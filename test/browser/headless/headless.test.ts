import { collectEvents } from '../harness/events.js'
import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const headless = `
  import { createConsent } from 'askfirst'
  window.consent = createConsent({ actions: 'form, #host' })
  window.consent.start()`

test('without a view the site asks by itself: events, forms and links are enough', async ({
  page,
  site,
  consent,
}) => {
  const events = await collectEvents(page)
  await page.goto(
    site.page(`${await site.bundle(headless)}${held('', note('A'))}
      <form><label><input type="checkbox" data-category="statistics"> Statistics</label>
      <label><input type="checkbox" data-category="marketing"> Marketing</label>
      <button data-consent-action="save">Save</button></form>`),
  )
  await expect.poll(() => events('open')).toEqual([{ type: 'open', surface: 'banner' }])
  await page.getByLabel('Statistics').check()
  await page.getByText('Save').click()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect((await consent.recordCookie())?.choices).toEqual({
    preferences: false,
    statistics: true,
    marketing: false,
  })
  expect(await events('close')).toHaveLength(1)
  expect(page.url()).not.toContain('?')
})

test('clicks count in open shadow roots, from scripts, and when the page stops them', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(
      `${await site.bundle(headless)}<div id="host"></div><p id="stopped"><button data-consent-action="reject-all">No</button></p>`,
    ),
  )
  await page.evaluate(() => {
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' })
    const link = document.createElement('a')
    link.href = '#x'
    link.dataset.consentAction = 'accept-all'
    link.append(document.createElement('span'))
    root?.append(link)
    link.querySelector('span')?.click()
    document.getElementById('stopped')?.addEventListener('click', (event) => event.stopPropagation(), true)
  })
  expect((await consent.recordCookie())?.choices.marketing).toBe(true)
  expect((await consent.recordCookie())?.source).toBe('page')
  await page.getByText('No').click()
  expect((await consent.recordCookie())?.choices.marketing).toBe(false)
})

test('a view that does not load is reported, the page works, and a later try succeeds', async ({
  page,
  site,
  consent,
}) => {
  const events = await collectEvents(page)
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    let tries = 0
    window.consent = createConsent({
      view: () => (tries++ ? import('askfirst/view') : Promise.reject(new Error('offline'))) })
    window.consent.start()`)
  await page.goto(site.page(`${script}<button data-consent-action="preferences">Settings</button>`))
  await expect.poll(async () => (await events('error')).length).toBe(1)
  await page.getByText('Settings').click()
  await expect(consent.dialog).toBeVisible()
})

test('a language file that is missing leaves the banner in English and the gate at work', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    createConsent({ view: () => import('askfirst/view'), locale: 'fr', locales: { fr: () => import(location.origin + '/gone.js') } }).start()`)
  await page.goto(site.page(`${script}${held('', note('A'))}`))
  await expect(consent.action('accept-all')).toHaveText('Accept all')
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  void shop
})

test('the language follows the tag, then the page', async ({ page, site, consent }) => {
  await page.goto(site.page(site.cdn({ 'data-locale': 'fr' })))
  await expect(consent.action('accept-all')).toHaveText('Tout accepter')
  await page.goto(site.page(`<!doctype html><html lang="fr-BE"><body>${site.cdn()}`))
  await expect(consent.action('accept-all')).toHaveText('Tout accepter')
  await page.evaluate(() => window.askfirst.setLocale('en'))
  await expect(consent.action('accept-all')).toHaveText('Accept all')
})

test('the queue works before and after the file, and a manual start waits', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(`<script>(window.askfirstQueue ||= []).push((consent) => { window.before = consent.status })</script>
      ${site.cdn({ 'data-start': 'manual' })}
      <script>window.askfirstQueue.push((consent) => { window.after = consent === window.askfirst })</script>`),
  )
  expect(await page.evaluate(() => [Reflect.get(window, 'before'), Reflect.get(window, 'after')])).toEqual([
    'undecided',
    true,
  ])
  await expect(consent.host).toHaveCount(0)
  await page.evaluate(() => window.askfirst.start())
  await expect(consent.banner).toBeVisible()
})

test('a file that an optimiser adds five seconds late still works', async ({ page, site, consent }) => {
  await page.goto(site.page(`<h1>Shop</h1>${held('', note('A'))}`))
  await page.waitForTimeout(5000)
  const src = /src="([^"]+)"/.exec(site.cdn())?.[1] ?? ''
  await page.evaluate((it) => {
    const script = document.createElement('script')
    script.src = it
    script.dataset.categories = 'necessary! statistics'
    document.head.append(script)
  }, src)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
})
