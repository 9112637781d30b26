import '../harness/events.js'
import type { Page } from '@playwright/test'
import { cdnFolder, cdnHost } from '../harness/cdn.js'
import { expect, test } from '../harness/index.js'
import type { Site } from '../harness/site.js'

const categories = `{ "necessary": { "required": true }, "marketing": { "model": "opt-out" } }`
const footer = `<main><h1>Shop</h1></main><footer><a href="/choices" data-privacy-choices></a></footer>`
const says = 'Opt-Out Request Honored'
const line = (page: Page) => page.locator('[data-surface=opt-out-confirmation]')

/** A page with script tags: those of the plugins stand before that of the library. */
function withTags(
  site: Site,
  { plugins = ['privacy-choices'], attributes = '', head = '', body = footer } = {},
) {
  const tags = plugins.map(
    (name) =>
      `<script src="${site.url(`${cdnFolder}plugins/${name}.js`, { host: cdnHost })}" ${attributes}></script>`,
  )
  const block = `<script type="application/json" id="options">{ "categories": ${categories} }</script>`
  const own = site.cdn({ 'data-config': '#options' }, { head: `<title>Shop</title>${head}${tags}${block}` })
  return `<head>${own}</head><body>${body}`
}

/** The npm build. */
const withModules = async (site: Site, { options = '', body = footer } = {}) => {
  const bundle = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { gpc } from 'askfirst/plugins/gpc'
    import { privacyChoices } from 'askfirst/plugins/privacy-choices'
    import { unitedStates } from 'askfirst/regions'
    window.consent = createConsent({
      view: () => import('askfirst/view'),
      region: 'US-CA',
      regions: unitedStates,
      plugins: [gpc(), privacyChoices()],
      ${options}
    })
    window.consent.start()`)
  return `<head><title>Shop</title>${bundle}</head><body>${body}`
}

for (const way of ['npm', 'CDN'] as const) {
  test(`${way}: the link opens the preferences, and an opt-out is shown, confirmed and kept`, async ({
    page,
    site,
    consent,
  }) => {
    // The first of a browser, with a reload in it.
    test.slow()
    const violations = await site.violations(page)
    const src = site.tag('ads')
    const body = `${footer}<script type="text/plain" data-category="marketing" src="${src}"></script>`
    const csp = `style-src 'self'`
    const html = way === 'CDN' ? withTags(site, { body }) : await withModules(site, { body })
    await page.goto(site.page(html, { csp }))
    // Opt-out: the tag runs, no banner asks.
    await expect.poll(() => site.ran(page)).toEqual(['ads'])
    await expect(consent.banner).toHaveCount(0)

    const link = page.getByRole('link', { name: 'Your Privacy Choices', exact: true })
    const icon = link.locator('svg')
    const box = await icon.boundingBox()
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(30 / 14, 1)
    await expect(page.getByText(says)).toHaveCount(0)

    await link.focus()
    await page.keyboard.press('Enter')
    await expect(consent.dialog).toBeVisible()
    expect(new URL(page.url()).pathname).not.toBe('/choices')
    await consent.switch(/marketing/i).click()
    // The advertising code has run: the page is loaded again without it.
    const reloaded = page.waitForEvent('load')
    await consent.save()
    await reloaded
    await expect(line(page).getByRole('status')).toHaveText(says)
    await expect(page.locator('footer')).toContainText(says)
    expect(await site.ran(page)).toEqual([])

    await line(page).getByRole('button', { name: 'Close' }).click()
    await expect(line(page)).toHaveCount(0)
    await expect(page.locator('footer')).toContainText(says)
    expect(violations).toEqual([])
  })
}

test('an opt-out without a reload is confirmed once the dialog is closed, and taken back by a grant', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(site.page(withTags(site)))
  await page.getByRole('link', { name: 'Your Privacy Choices' }).click()
  await consent.switch(/marketing/i).click()
  await consent.save()
  await expect(line(page).getByRole('status')).toHaveText(says)
  // It takes no focus: that went back to the link.
  await expect(page.getByRole('link', { name: 'Your Privacy Choices' })).toBeFocused()
  await page.getByRole('link', { name: 'Your Privacy Choices' }).click()
  await consent.switch(/marketing/i).click()
  await consent.save()
  await expect(page.getByText(says)).toHaveCount(0)
})

test('a page that is visited later shows the status alone', async ({ page, site, consent }) => {
  const url = site.page(withTags(site))
  await consent.remember(url, { marketing: false })
  await page.goto(url)
  await expect(page.locator('footer')).toContainText(says)
  await expect(line(page)).toHaveCount(0)
})

test('with banner.confirmation the view confirms', async ({ page, site, consent }) => {
  const head = `<script>window.askfirst = { options: { banner: { confirmation: true } } }</script>`
  await page.goto(site.page(withTags(site, { head })))
  await page.getByRole('link', { name: 'Your Privacy Choices' }).click()
  await consent.switch(/marketing/i).click()
  await consent.save()
  await expect(consent.host.getByRole('region', { name: 'Preferences saved' })).toContainText(
    'Not allowed: Marketing.',
  )
  await expect(page.locator('footer')).toContainText(says)
  await expect(line(page)).toHaveCount(0)
})

test('a browser signal is honoured beside the link, with nothing stored', async ({ page, site, consent }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
      get: () => true,
      configurable: true,
    })
  })
  await page.goto(site.page(await withModules(site)))
  await expect(page.locator('footer')).toContainText(says)
  await expect(line(page)).toHaveCount(0)
  expect(await consent.cookieNames()).toEqual([])
  await page.getByRole('link', { name: 'Your Privacy Choices' }).click()
  await expect(consent.switch(/marketing/i)).not.toBeChecked()
})

test('the file reads its attributes, and a hostile style sheet keeps the icon its colours', async ({
  page,
  site,
}) => {
  const head = `<style>svg, svg * { fill: currentColor; width: 400px; height: 400px }</style>`
  const attributes = 'data-title="Your California Privacy Choices"'
  await page.goto(site.page(withTags(site, { attributes, head })))
  const link = page.getByRole('link', { name: 'Your California Privacy Choices' })
  await expect(link).toBeVisible()
  const fills = await link
    .locator('path')
    .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill))
  expect(fills).toEqual(['rgb(255, 255, 255)', 'rgb(0, 102, 255)', 'rgb(255, 255, 255)', 'rgb(0, 102, 255)'])
  expect((await link.locator('svg').boundingBox())?.width).toBeLessThan(60)
})

test('the line stands over the settings button, at 320 px too', async ({ page, site, consent }) => {
  await page.setViewportSize({ width: 320, height: 480 })
  await page.goto(
    site.page(await withModules(site, { options: 'reload: "never", banner: { settingsButton: true },' })),
  )
  await page.getByRole('link', { name: 'Your Privacy Choices' }).click()
  await consent.switch(/marketing/i).click()
  await consent.save()
  const shown = line(page).locator('section')
  await expect(shown.getByRole('status')).toHaveText(says)
  const box = await shown.boundingBox()
  const button = await consent.host.locator('[part=settings-button]').boundingBox()
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0)
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true)
})
