import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

const html = '<main><h1>Shop</h1><p><a href="#x">Link</a></p></main>'

type Edge = 'top' | 'bottom' | 'left' | 'right'

test('each layout stands where its position says, mirrored from right to left', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, html)
  /** Edges of the screen that are near, 20 pixels away at most. */
  const near = async (): Promise<Edge[]> => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await consent.banner.boundingBox()) ?? {}
    const gaps = { top: y, bottom: 720 - y - height, left: x, right: 1280 - x - width }
    return (Object.keys(gaps) as Edge[]).filter((edge) => gaps[edge] <= 21 && gaps[edge] >= 0)
  }
  const cases = [
    ['bar', undefined, undefined, ['bottom']],
    ['bar', 'top', undefined, ['top']],
    ['bar', 'bottom', 'wide', ['bottom', 'left', 'right']],
    ['box', undefined, undefined, ['bottom', 'left']],
    ['box', 'bottom-end', 'wide', ['bottom', 'right']],
    ['box', 'top-start', undefined, ['top', 'left']],
    ['box', 'top-end', 'compact', ['top', 'right']],
    ['box', 'bottom', undefined, ['bottom']],
    ['box', 'center', undefined, []],
    ['dialog', undefined, undefined, []],
  ] as const
  for (const [layout, position, width, edges] of cases) {
    const banner = { layout, position, width }
    await stage.show({ banner })
    expect(await near(), JSON.stringify(banner)).toEqual(edges)
  }
  await page.evaluate(() => Object.assign(document.documentElement, { dir: 'rtl' }))
  await stage.show({ banner: { layout: 'box' } })
  expect(await near()).toEqual(['bottom', 'right'])
})

test('compact is narrower and wide is wider than usual', async ({ page, site, consent }) => {
  const stage = await openStage(page, site, html)
  for (const layout of ['bar', 'box', 'dialog'] as const) {
    const widths: number[] = []
    for (const width of ['compact', undefined, 'wide'] as const) {
      await stage.show({ banner: { layout, width } })
      widths.push((await consent.banner.boundingBox())?.width ?? 0)
    }
    expect(widths, layout).toEqual([...widths].sort((a, b) => a - b))
    expect(new Set(widths).size).toBe(3)
  }
})

test('an order turns the choices round on both layers and can drop none', async ({ page, site, consent }) => {
  const stage = await openStage(page, site, html)
  const names = (surface: typeof consent.banner) =>
    surface.locator('[part=button]').evaluateAll((all) => all.map((it) => it.dataset.consentAction))
  await stage.show({ banner: { order: ['preferences', 'reject-all'] } })
  expect(await names(consent.banner)).toEqual(['preferences', 'reject-all', 'accept-all'])
  await consent.preferences()
  expect(await names(consent.dialog)).toEqual(['save', 'reject-all', 'accept-all'])
  await stage.show({ banner: { order: ['accept-all', 'unknown'] as never } })
  expect(await names(consent.banner)).toEqual(['accept-all', 'reject-all', 'preferences'])
})

test('a logo, links and buttons of the site are there when the banner is, and accepting is there once', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, html)
  await stage.show({
    banner: {
      imprintUrl: '/imprint',
      logo: { src: '/pixel.gif', width: 80, height: 24, alt: 'Shop' },
      buttons: [
        { label: { en: 'Contact', fr: 'Contact' }, href: '/contact' },
        { label: 'Subscribe', action: 'subscribe' },
        { label: 'Accept', action: 'accept-all' },
      ],
    },
  })
  await expect(consent.banner.getByRole('img', { name: 'Shop' })).toBeVisible()
  await expect(consent.banner.getByRole('link', { name: 'Legal notice' })).toHaveAttribute('href', '/imprint')
  await expect(consent.banner.getByRole('link', { name: 'Contact' })).toHaveAttribute('href', '/contact')
  await expect(consent.banner.locator('[data-consent-action=accept-all]')).toHaveCount(1)
  const heard = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener('click', (event) =>
          resolve((event.composedPath()[0] as HTMLElement).dataset.consentAction),
        ),
      ),
  )
  await consent.banner.getByRole('button', { name: 'Subscribe' }).click()
  expect(await heard).toBe('subscribe')
  await expect(consent.banner).toBeVisible()
})

test('a text puts its links where it wants them', async ({ page, site, consent }) => {
  const stage = await openStage(page, site, html)
  const text = 'Our {policyLink} says what {purposes} store. <b>{unknown}</b>'
  await stage.show({ texts: { text }, banner: { imprintUrl: '/imprint' } })
  await expect(consent.banner.locator('[part=text]')).toHaveText(
    'Our Cookie policy says what Statistics, Marketing store. <b></b>',
  )
  await expect(consent.banner.getByRole('link')).toHaveCount(1)
})

test('the floating button waits until the banner is gone, says what it does, and opens the preferences', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, html)
  await stage.show({ banner: { settingsButton: { position: 'bottom-end', icon: 'shield' } } })
  const button = page.getByRole('button', { name: 'Cookie settings' })
  const tooltip = consent.host.locator('[part=tooltip]')
  await expect(button).toHaveCount(0)
  await consent.reject()
  await expect(button).toBeVisible()
  const box = await button.boundingBox()
  expect((box?.x ?? 0) > 1190 && (box?.y ?? 0) > 630).toBe(true)
  await button.hover()
  await expect(tooltip).toBeVisible()
  await expect(tooltip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Tab')
  await button.focus()
  await page.keyboard.press('Escape')
  await expect(tooltip).toBeHidden()
  await button.press('Enter')
  await expect(consent.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(consent.dialog).toBeHidden()
  await expect(button).toBeFocused()
})

test('a visitor who has chosen finds the floating button on the next page', async ({
  page,
  site,
  consent,
}) => {
  const config = JSON.stringify({ banner: { settingsButton: true } })
  const url = site.page(
    `<script type="application/json" id="o">${config}</script>${site.cdn({ 'data-config': '#o' })}<h1>Shop</h1>`,
  )
  await consent.remember(url, { preferences: false, statistics: false, marketing: false })
  await page.goto(url)
  await page.getByRole('button', { name: 'Cookie settings' }).click()
  await expect(consent.dialog).toBeVisible()
})

test('a frame of the same site has no floating button of its own', async ({ page, site, consent }) => {
  const config = JSON.stringify({ banner: { settingsButton: true } })
  const head = `<script type="application/json" id="o">${config}</script>${site.cdn({ 'data-config': '#o' })}`
  const inner = site.page(`${head}<h1>Inner</h1>`, { path: '/inner' })
  const url = site.page(`${head}<h1>Shop</h1><iframe src="${inner}" title="Inner"></iframe>`)
  await consent.remember(url, { preferences: false, statistics: false, marketing: false })
  await page.goto(url)
  await expect(page.getByRole('button', { name: 'Cookie settings' })).toBeVisible()
  await expect(page.frameLocator('iframe').getByRole('heading')).toBeVisible()
  await page.waitForTimeout(300)
  await expect(page.frameLocator('iframe').locator('#askfirst')).toHaveCount(0)
})
