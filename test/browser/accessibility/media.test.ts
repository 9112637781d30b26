import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

// Firefox ignores Playwright's emulation; these settings are its own.
test.use({
  firefoxPrefs: { 'ui.prefersReducedMotion': 1, 'browser.display.document_color_use': 2 },
  contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' },
})

const html = '<main><h1>Shop</h1></main>'

test('nothing moves for visitors who asked for that', async ({ page, site, consent }) => {
  const stage = await openStage(page, site, html)
  await stage.show()
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true)
  await consent.preferences()
  const moving = await page.locator('#askfirst').evaluate(
    (host) =>
      [...(host.shadowRoot?.querySelectorAll('*') ?? [])].filter((it) => {
        const { transitionDuration, animationName } = getComputedStyle(it)
        return transitionDuration !== '0s' || animationName !== 'none'
      }).length,
  )
  expect(moving).toBe(0)
})

test('with forced colours buttons and switches keep an edge, and on is told from off', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, html)
  await stage.show()
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
  await consent.preferences()
  await consent.switch('Statistics').check()
  const edges = await consent.dialog.locator('[part=button], [part=switch]').evaluateAll((all) =>
    all.map((it) => {
      const { borderTopColor, borderTopWidth } = getComputedStyle(it)
      const surface = getComputedStyle(it.closest('dialog') as Element).backgroundColor
      return borderTopColor !== surface && Number.parseFloat(borderTopWidth) > 0
    }),
  )
  expect(edges).toEqual(Array(7).fill(true))
  const colour = (label: string) =>
    consent.switch(label).evaluate((it) => getComputedStyle(it).backgroundColor)
  expect(await colour('Statistics')).not.toBe(await colour('Marketing'))
  const knob = (label: string) =>
    consent.switch(label).evaluate((it) => getComputedStyle(it, '::before').marginInlineStart)
  expect(await knob('Statistics')).not.toBe(await knob('Marketing'))
})
