import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { arabic, openStage } from '../harness/stage.js'
import { createBlockFont } from './block-font.js'

/**
 * Pictures are compared in a font of blocks that the test makes, so that a machine's own fonts do not
 * count; what remains is rounding at the edges.
 */
const tolerance = { maxDiffPixelRatio: 0.003, animations: 'disabled', scale: 'css' } as const

const conditions: readonly (readonly [
  name: string,
  viewport: { width: number; height: number },
  prepare: (page: Page) => Promise<unknown>,
])[] = [
  ['desktop', { width: 1280, height: 720 }, async () => {}],
  ['320', { width: 320, height: 568 }, async () => {}],
  ['dark', { width: 1280, height: 720 }, (page) => page.emulateMedia({ colorScheme: 'dark' })],
  [
    'rtl',
    { width: 1280, height: 720 },
    (page) => page.evaluate(() => Object.assign(document.documentElement, { dir: 'rtl', lang: 'ar' })),
  ],
  [
    '200',
    { width: 1280, height: 720 },
    (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
  ],
  ['forced', { width: 1280, height: 720 }, (page) => page.emulateMedia({ forcedColors: 'active' })],
]

for (const [name, viewport, prepare] of conditions) {
  test(`every layout and the preferences look as they did: ${name}`, async ({ page, site, consent }) => {
    await page.setViewportSize(viewport)
    const font = createBlockFont().toString('base64')
    const css = `@font-face { font-family: Block; src: url(data:font/ttf;base64,${font}) }
      :root { --askfirst-font: Block; --askfirst-shadow: none } h1 { font-family: Block }`
    const stage = await openStage(page, site, '<main><h1>Shop</h1></main>', `<style>${css}</style>`)
    expect(await page.evaluate(async () => (await document.fonts.load('16px Block')).length)).toBe(1)
    await prepare(page)
    const texts = name === 'rtl' ? arabic : {}
    for (const layout of ['bar', 'box', 'dialog'] as const) {
      await stage.show({ texts, banner: { layout } })
      await expect(consent.banner).toHaveScreenshot(`${layout}-${name}.png`, tolerance)
    }
    await consent.preferences()
    await consent.dialog.getByRole('switch').nth(1).check()
    await page.mouse.move(0, 0)
    await expect(consent.dialog).toHaveScreenshot(`preferences-${name}.png`, tolerance)
  })
}
