import type { Page } from '@playwright/test'
import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

/** Timers of 250 ms wait until the test lets them go: no machine is too slow for it. */
const holdTimers = (page: Page) =>
  page.addInitScript(() => {
    const { setTimeout: wait, clearTimeout: clear } = window
    const waiting = new Map<number, () => void>()
    let last = 1e6
    Object.assign(window, {
      setTimeout: (run: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) => {
        if (delay !== 250) return wait(run, delay, ...given)
        waiting.set(++last, () => run(...given))
        return last
      },
      clearTimeout: (id: number) => waiting.delete(id) || clear(id),
      letGo: () => {
        const due = [...waiting.values()]
        waiting.clear()
        for (const run of due) run()
      },
    })
  })
const letGo = (page: Page) => page.evaluate(() => (Reflect.get(window, 'letGo') as () => void)())

test('presses that come before the banner has been there for a moment do not accept; refusing is never late', async ({
  page,
  shop,
  consent,
}) => {
  await holdTimers(page)
  const url = shop.url('<h1>Shop</h1>')
  const action = (name: string) =>
    page.locator(`#askfirst [data-surface=banner] [data-consent-action=${name}]`)
  await page.goto(url)
  await consent.banner.waitFor()
  await action('accept-all').click()
  await action('accept-all').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press(' ')
  await action('accept-all').hover()
  await page.mouse.down()
  await letGo(page)
  await page.mouse.up()
  await expect(page.locator('#askfirst [data-ready]')).toHaveCount(0)
  expect(await consent.recordCookie()).toBeUndefined()
  await letGo(page)
  await expect(page.locator('#askfirst [data-surface=banner][data-ready]')).toHaveCount(1)

  await page.setViewportSize({ width: 900, height: 500 })
  await expect(page.locator('#askfirst [data-ready]')).toHaveCount(0)
  await action('accept-all').click()
  expect(await consent.recordCookie()).toBeUndefined()
  await letGo(page)
  await consent.accept()
  await expect.poll(async () => (await consent.recordCookie())?.choices.marketing).toBe(true)

  await page.context().clearCookies()
  await page.goto(url)
  await consent.banner.waitFor()
  await action('reject-all').click()
  await expect.poll(async () => (await consent.recordCookie())?.choices.marketing).toBe(false)
})

test('a double click on "Preferences" saves nothing; a save that refuses all is never late', async ({
  page,
  shop,
  consent,
}) => {
  await holdTimers(page)
  await page.goto(shop.url('<h1>Shop</h1>'))
  await consent.preferences()
  await consent.switch('Marketing').check()
  const save = consent.dialog.locator('[data-consent-action=save]')
  await save.click()
  expect(await consent.recordCookie()).toBeUndefined()
  await consent.switch('Marketing').uncheck()
  await save.click()
  await expect.poll(async () => (await consent.recordCookie())?.choices.marketing).toBe(false)
})

test('a placeholder that has just come, or moved, lets nothing load', async ({ page, site, shop }) => {
  await holdTimers(page)
  const src = site.url('/frame.html', { host: 'video.test' })
  const size = 'width="400" height="200" data-category="marketing"'
  await page.goto(
    shop.url(
      `<p id="above"></p><iframe id="film" data-src="${src}" ${size}></iframe><video data-src="${src}" ${size}></video>`,
    ),
  )
  const inFrame = page.frameLocator('#film').locator('[data-surface=placeholder]')
  const beside = page.locator('[data-surface=placeholder]')
  for (const surface of [inFrame, beside]) {
    const once = surface.getByRole('button', { name: 'Show once' })
    await once.click()
    await letGo(page)
    await expect(surface).toHaveAttribute('data-ready', '')
    await page.locator('#above').evaluate((it: HTMLElement) => {
      it.style.height = `${it.offsetHeight + 40}px`
    })
    await expect(surface).not.toHaveAttribute('data-ready', '')
    await once.click()
    expect(site.requests({ host: 'video.test' })).toHaveLength(0)
  }
  await letGo(page)
  await expect(inFrame).toHaveAttribute('data-ready', '')
  await inFrame.getByRole('button', { name: 'Show once' }).click({ noWaitAfter: true })
  await expect(page.locator('#film')).toHaveAttribute('src', src)
})
