import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

const paragraph =
  '<p>When the owners asked for a house that would disappear between the trees, she began with the paths that were there already, and let the rooms follow them. The timber was cut within sight of the site.</p>'
const article = `<main style="max-width: 700px; margin: auto"><h1>The quiet house</h1>${paragraph.repeat(12)}</main>`

interface Shift extends PerformanceEntry {
  readonly value: number
}

for (const [device, viewport] of [
  ['a screen', { width: 1280, height: 720 }],
  ['a phone', { width: 360, height: 640 }],
] as const) {
  test(`nothing shifts and the banner is not the largest paint on ${device}`, async ({
    page,
    site,
    consent,
  }) => {
    await page.setViewportSize(viewport)
    const stage = await openStage(page, site, article)
    for (const layout of ['bar', 'box', 'dialog'] as const) {
      await stage.show({ banner: { layout, settingsButton: true } })
      await consent.preferences()
      await consent.reject()
      await expect(consent.host.locator('[part=settings-button]')).toBeVisible()
    }
    const { shifts, largest } = await page.evaluate(async () => {
      const read = (type: string) =>
        new Promise<PerformanceEntryList>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true })
          setTimeout(() => resolve([]), 500)
        })
      const shifts = await read('layout-shift')
      const paints = await read('largest-contentful-paint')
      const last = paints.at(-1) as (PerformanceEntry & { element?: Element }) | undefined
      return { shifts: (shifts as Shift[]).map(({ value }) => value), largest: last?.element?.tagName }
    })
    expect(shifts).toEqual([])
    expect(largest).toBe('P')
  })
}
