import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

const html = `<main><h1>Shop</h1><p><a href="#a">A link</a> and text.</p>
  <p><button data-consent-action="preferences">Cookie settings</button></p></main>`

const config = {
  policy: { url: '/cookies' },
  categories: {
    necessary: { required: true },
    statistics: {
      services: {
        ga: {
          label: 'Analytics',
          provider: 'Example',
          switch: true,
          cookies: [{ name: '_ga', purpose: 'Counts.', duration: 'P13M' }],
        },
      },
    },
    marketing: {
      cookies: [{ name: 'ad_*', purpose: 'Shows advertisements.', duration: 'session', party: 'third' }],
    },
  },
}

test('the banner is a labelled region, first in tab order, and takes no focus', async ({
  page,
  shop,
  consent,
}) => {
  await shop.open(html, config as never)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await expect(consent.banner).toHaveAccessibleName(/\w/)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('askfirst')
  await page.keyboard.press('Escape')
  await expect(consent.banner).toBeVisible()
  expect(await consent.recordCookie()).toBeUndefined()
})

test('accept, reject and preferences are equal in everything but their words', async ({ shop, consent }) => {
  await shop.open(html, config as never)
  const looks = await Promise.all(
    (['accept-all', 'reject-all', 'preferences'] as const).map((name) =>
      consent.action(name).evaluate((button) => {
        const { fontSize, fontWeight, color, backgroundColor, borderWidth, padding, height, width } =
          getComputedStyle(button)
        return [
          button.tagName,
          fontSize,
          fontWeight,
          color,
          backgroundColor,
          borderWidth,
          padding,
          ...[height, width].map((it) => Math.round(Number.parseFloat(it))),
        ].join()
      }),
    ),
  )
  expect(new Set(looks).size).toBe(1)
})

test('the dialog is modal, Escape stores nothing, and focus goes back to the opener', async ({
  page,
  shop,
  consent,
}) => {
  await shop.open(html, config as never)
  const opener = page.getByText('Cookie settings')
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(consent.dialog).toBeVisible()
  await expect(consent.dialog).toHaveAccessibleName(/\w/)
  expect(await consent.dialog.evaluate((it) => it.matches(':modal'))).toBe(true)
  for (let index = 0; index < 25; index++) {
    await page.keyboard.press('Tab')
    const where = await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName)
    // The browser's own toolbar is part of the circle: the body is then the active element.
    expect(['askfirst', 'BODY']).toContain(where)
  }
  await consent.switch(/statistics/i).press(' ')
  await page.keyboard.press('Escape')
  await expect(consent.dialog).toBeHidden()
  expect(await consent.recordCookie()).toBeUndefined()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cookie settings')
  await opener.press('Enter')
  await expect(consent.switch(/statistics/i)).not.toBeChecked()
})

test('every button can be reached at 320 × 256 pixels', async ({ page, shop, consent }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await shop.open(html, config as never)
  for (const name of ['accept-all', 'reject-all', 'preferences'] as const) {
    await expect(consent.action(name)).toBeInViewport({ ratio: 1 })
  }
  await consent.preferences()
  for (const name of ['accept-all', 'reject-all', 'save'] as const) {
    await expect(consent.action(name)).toBeInViewport({ ratio: 1 })
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test('showing, deciding and opening move nothing on the page', async ({ page, shop, consent }) => {
  await shop.open(`${html}<div style="height: 3000px"></div>`, config as never)
  const place = () =>
    page.locator('h1').evaluate((it) => [it.getBoundingClientRect().x, it.getBoundingClientRect().y])
  const before = await place()
  await consent.preferences()
  expect(await place()).toEqual(before)
  await consent.save()
  await expect(consent.banner).toBeHidden()
  expect(await place()).toEqual(before)
})
