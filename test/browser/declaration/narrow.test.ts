import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { mounting } from './site.js'

async function open(
  page: Page,
  site: { bundle(source: string): Promise<string>; page(html: string): string },
) {
  const script = await site.bundle(mounting({ groupBy: 'party-persistence' }))
  await page.goto(
    site.page(`<meta name="viewport" content="width=device-width"><title>Shop</title>
      <main><h1>Cookies</h1><div id="declaration"></div></main>${script}`),
  )
  await page.getByRole('table').first().waitFor()
}

test('at 320 pixels nothing is cut off and nothing scrolls sideways: cells lie below each other', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(page, site)
  const [scrollWidth, clientWidth] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth] as const
  })
  expect(scrollWidth).toBe(clientWidth)
  const cells = page.getByRole('table', { name: 'Third-party' }).locator('tbody').getByRole('cell')
  const boxes = await Promise.all((await cells.all()).map((cell) => cell.boundingBox()))
  expect(new Set(boxes.map((box) => box?.x)).size).toBe(1)
  for (const box of boxes) expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(clientWidth)
  const before = await cells.first().evaluate((it) => getComputedStyle(it, '::before').content)
  expect(before).toMatch(/^"Purpose"|^attr\(data-label\)/)
})

for (const width of [1280, 320]) {
  test(`at ${width} pixels it is a table for those who cannot see it`, async ({
    page,
    site,
    browserName,
  }) => {
    await page.setViewportSize({ width, height: 640 })
    await open(page, site)
    const table = page.getByRole('table', { name: 'Third-party persistent cookies' })
    await expect(table.getByRole('columnheader')).toHaveText([
      'Name',
      'Purpose',
      'Category',
      'Provider',
      'Kept for',
      'Type',
    ])
    await expect(table.getByRole('rowheader')).toHaveText('ad_*')
    await expect(table.getByRole('cell')).toHaveCount(5)
    // Roles by the browser's own tree, which layout may change; Firefox shows it to nobody but assistive technology.
    if (browserName !== 'chromium') return
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const count = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length
    const tables = await page.getByRole('table').count()
    expect(count('table')).toBe(tables)
    expect(count('columnheader')).toBe(await page.getByRole('columnheader').count())
    expect(count('rowheader')).toBe(await page.getByRole('rowheader').count())
    expect(count('cell') + count('gridcell')).toBe(await page.getByRole('cell').count())
  })
}

test('a wide page shows rows and columns', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 640 })
  await open(page, site)
  const cells = page.getByRole('table', { name: 'Third-party' }).locator('tbody').getByRole('cell')
  const boxes = await Promise.all((await cells.all()).map((cell) => cell.boundingBox()))
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1)
  expect(new Set(boxes.map((box) => box?.x)).size).toBe(5)
})
