import type { Locator } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

const html = '<main><h1>Shop</h1><p>Text.</p></main>'

/** Text that is cut off, and boxes that stick out of the surface sideways. */
const cutOff = (surface: Locator) =>
  surface.evaluate((root) => {
    const frame = root.getBoundingClientRect()
    return [root, ...root.querySelectorAll('*')].flatMap((element) => {
      if (element.closest('svg') || !(element instanceof HTMLElement) || !element.offsetWidth) return []
      const { left, right } = element.getBoundingClientRect()
      const isWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      const isTall = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0
      // What scrolls by itself hides nothing.
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY)
      const isOut = left < frame.left - 1 || right > frame.right + 1
      const isCut = (isTall && !scrolls && getComputedStyle(element).overflowY !== 'visible') || isWide
      return isOut || isCut
        ? [`${element.tagName} ${element.className} ${isOut ? 'sticks out' : 'is cut'}`]
        : []
    })
  })

/** Every button can be brought into sight by scrolling inside the surface, and its label stays in it. */
async function expectReachable(surface: Locator): Promise<void> {
  for (const button of await surface.getByRole('button').all()) {
    await button.scrollIntoViewIfNeeded()
    await expect(button).toBeInViewport({ ratio: 0.95 })
  }
}

const states = [
  ['320 × 256 pixels, which is 400 % of 1280 × 1024', { width: 320, height: 256 }, ''],
  ['320 × 568 pixels', { width: 320, height: 568 }, ''],
  ['a phone on its side', { width: 568, height: 320 }, ''],
  ['text of 200 % on a screen', { width: 1280, height: 720 }, 'html{font-size:200%}'],
  ['text of 200 % on a phone', { width: 360, height: 640 }, 'html{font-size:200%}'],
] as const

for (const [name, viewport, css] of states) {
  test(`nothing is cut off and every button is reached at ${name}`, async ({ page, site, consent }) => {
    await page.setViewportSize(viewport)
    const stage = await openStage(page, site, html, `<style>${css}</style>`)
    for (const layout of ['bar', 'box', 'dialog'] as const) {
      await stage.show({ banner: { layout } })
      await expectReachable(consent.banner)
      expect(await cutOff(consent.banner), layout).toEqual([])
      const box = await consent.banner.boundingBox()
      expect((box?.y ?? -1) >= 0 && (box?.x ?? -1) >= 0, `${layout} begins on the screen`).toBe(true)
      expect((box?.y ?? 0) + (box?.height ?? 0), `${layout} ends on it`).toBeLessThanOrEqual(viewport.height)
    }
    await consent.preferences()
    for (const details of await consent.dialog.locator('summary').all()) await details.click()
    await expectReachable(consent.dialog)
    expect(await cutOff(consent.dialog), 'preferences').toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })
}

test('text spacing of WCAG 1.4.12 cuts nothing off', async ({ page, site, consent }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const stage = await openStage(page, site, html)
  await stage.show()
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.getElementById('askfirst')?.shadowRoot?.adoptedStyleSheets.push(sheet)
  })
  await expectReachable(consent.banner)
  expect(await cutOff(consent.banner)).toEqual([])
  await consent.preferences()
  for (const details of await consent.dialog.locator('summary').all()) await details.click()
  await expectReachable(consent.dialog)
  expect(await cutOff(consent.dialog)).toEqual([])
})

test('every target is 44 pixels high and wide, links in running text apart', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, html)
  const buttons = [{ label: 'Contact', href: '/contact' }]
  await stage.show({ banner: { settingsButton: true, buttons } })
  await consent.preferences()
  for (const details of await consent.dialog.locator('summary').all()) await details.click()
  const measure = () =>
    page.locator('#askfirst').evaluate((host) =>
      [
        ...(host.shadowRoot?.querySelectorAll<HTMLElement>('button, summary, label, [part=extra-button]') ??
          []),
      ]
        .filter((it) => it.offsetWidth)
        .map((it) => ({
          name: it.getAttribute('part') ?? it.tagName,
          height: it.offsetHeight,
          width: it.offsetWidth,
        })),
    )
  const small = (await measure()).filter(({ height, width }) => height < 41 || width < 44)
  expect(small).toEqual([])
  await consent.reject()
  await expect(consent.host.locator('[part=settings-button]')).toBeVisible()
  expect((await measure()).map(({ height, width }) => height >= 44 && width >= 44)).toEqual([true])
})

test('a word that is longer than the line breaks, and pushes no button out of sight', async ({
  page,
  site,
  consent,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const stage = await openStage(page, site, html, '<style>html{font-size:200%}</style>')
  const word = 'Informationssicherheitsbeauftragte'
  const long = `https://www.shop.test/${word}`
  await stage.show({
    texts: { title: word, text: long, preferencesTitle: word, preferencesText: long },
    categories: {
      necessary: { required: true, description: long },
      statistics: { services: { long: { label: long, provider: `${long}/` } } },
      marketing: { cookies: [{ name: long, purpose: long, domain: long }] },
    },
  })
  expect(await cutOff(consent.banner)).toEqual([])
  await consent.preferences()
  for (const details of await consent.dialog.locator('summary').all()) await details.click()
  expect(await cutOff(consent.dialog)).toEqual([])
  await consent.dialog.getByRole('button', { name: 'Close' }).click()
  await expect(consent.dialog).toBeHidden()
})
