import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

test('the banner comes back when an app empties or replaces the body, and works', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(held('', note('A')))
  await page.evaluate(() => {
    document.body.innerHTML = '<main>one</main>'
  })
  await expect(consent.banner).toBeVisible()
  await page.evaluate(
    (html) => {
      const body = document.createElement('body')
      body.innerHTML = html
      document.body.replaceWith(body)
    },
    `<main>two</main>${held('', note('B'))}`,
  )
  await expect(consent.banner).toBeVisible()
  await expect(consent.host).toHaveCount(1)
  await consent.accept()
  await expect(consent.banner).toBeHidden()
  await expect.poll(() => site.ran(page)).toEqual(['B'])
})

test('a cached snapshot with our host in it does not double the banner', async ({ page, shop, consent }) => {
  await shop.open('<main>page</main>')
  await page.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)))
  await expect(consent.banner).toBeVisible()
  await expect(page.locator('#askfirst')).toHaveCount(1)
})

test('links keep working after a change of page', async ({ page, shop, consent }) => {
  await shop.open('')
  await consent.accept()
  await page.evaluate(() => {
    document.body.innerHTML = '<a href="#settings" data-consent-action="preferences">Cookie settings</a>'
  })
  await page.getByText('Cookie settings').click()
  await expect(consent.dialog).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
})

test('start, destroy and start again make one banner and run each script once', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    window.consent = createConsent({ view: () => import('askfirst/view') })
    window.consent.start(); window.consent.destroy(); window.consent.start()`)
  await page.goto(site.page(`${script}<h1>Shop</h1>${held('', note('A'))}`))
  await expect(consent.banner).toBeVisible()
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await page.evaluate(() => {
    window.consent.destroy()
    window.consent.start()
  })
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual(['A'])
  await expect(page.locator('#askfirst')).toHaveCount(0)
})

test('destroy leaves the document as it was', async ({ page, site, consent }) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    window.before = document.documentElement.outerHTML
    window.consent = createConsent({ view: () => import('askfirst/view') })
    window.consent.start()`)
  await page.goto(
    site.page(`<h1>Shop</h1><iframe data-category="marketing" data-src="${site.url('/frame.html')}"></iframe>
    <template data-category="statistics"><p>text</p></template>${script}`),
  )
  await consent.accept()
  await expect(page.getByText('text', { exact: true })).toBeVisible()
  await page.evaluate(() => window.consent.openPreferences())
  await expect(consent.dialog).toBeVisible()
  const [before, after] = await page.evaluate(async () => {
    window.consent.destroy()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return [(window as unknown as { before: string }).before, document.documentElement.outerHTML]
  })
  expect(after).toBe(before)
})

test('two tags, and a bundle beside them, are one consent object and one banner', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    window.consent = createConsent({ view: () => import('askfirst/view') })
    window.consent.start()`)
  await page.goto(site.page(`${site.cdn()}${site.cdn()}${script}<h1>Shop</h1>${held('', note('A'))}`))
  await expect(consent.banner).toBeVisible()
  await expect(page.locator('#askfirst')).toHaveCount(1)
  expect(await page.evaluate(() => (window.consent as unknown) === window.askfirst)).toBe(true)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
})

test('a frame of the same site shows no banner of its own and follows', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const inner = shop.url(`<h1>inner</h1>${held('', note('inner'))}`, undefined, '/inner')
  await shop.open(`<iframe id="inner" src="${inner}"></iframe>`)
  const frame = page.frameLocator('#inner')
  await expect(frame.locator('h1')).toBeVisible()
  await page.waitForTimeout(400)
  await expect(frame.locator('#askfirst')).toHaveCount(0)
  await consent.accept()
  await expect
    .poll(() => page.frames()[1]?.evaluate(() => (window as unknown as { ran?: string[] }).ran))
    .toEqual(['inner'])
  expect(site.requests({ path: '/inner' })).toHaveLength(1)
})

test('a frame has one placeholder after start, destroy and start, and none after an early destroy', async ({
  page,
  site,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    window.consent = createConsent({ view: () => import('askfirst/view') })
    window.consent.start(); window.consent.destroy(); window.consent.start()`)
  const placeholders = page.frameLocator('iframe').locator('[data-surface=placeholder]')
  await page.goto(
    site.page(
      `<h1>Shop</h1><iframe data-category="marketing" data-src="/frame.html" width="300" height="200"></iframe>${script}`,
    ),
  )
  await expect(placeholders.getByRole('button', { name: 'Show once' })).toBeVisible()
  await page.waitForTimeout(300)
  await expect(placeholders).toHaveCount(1)
  await page.evaluate(async () => {
    window.consent.destroy()
    window.consent.start()
    // The view is there by now and has been asked.
    await Promise.resolve()
    window.consent.destroy()
  })
  await page.waitForTimeout(300)
  await expect(placeholders).toHaveCount(0)
})
