import type { Locator } from '@playwright/test'
import { expectPressable } from '../harness/expect-pressable.js'
import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

const page1 = '<main><h1>Shop</h1><p>Text.</p><p><a id="link" href="#x">Link</a></p></main>'

/** Seen at its usual size, inside the screen, and what a pointer in its middle meets. */
async function expectUsable(surface: Locator): Promise<void> {
  await expect(surface).toBeVisible()
  for (const button of await surface.getByRole('button').all()) {
    await expect(button).toBeInViewport({ ratio: 0.9 })
    await expectPressable(button)
  }
  const { fontSize, display, minHeight } = await surface
    .locator('[data-consent-action=accept-all]')
    .evaluate((it) => {
      const { fontSize, display, minHeight } = getComputedStyle(it)
      return { fontSize: Number.parseFloat(fontSize), display, minHeight }
    })
  expect(fontSize).toBeGreaterThanOrEqual(13)
  expect(minHeight).toBe('44px')
  expect(display).not.toBe('none')
}

const tailwindPreflight = `*,::before,::after{box-sizing:border-box;border:0 solid #e5e7eb;margin:0;padding:0}
  button,input{font:inherit;color:inherit;background-color:transparent;border-radius:0}
  img,svg,video{display:block;vertical-align:middle} h1,h2,h3{font-size:inherit;font-weight:inherit}
  a{color:inherit;text-decoration:inherit} ol,ul{list-style:none} dialog{padding:0} [hidden]{display:none!important}`
const bootstrapReboot = `*,::before,::after{box-sizing:border-box} body{margin:0;font:400 1rem/1.5 serif}
  button{border-radius:0;text-transform:none} section,div{position:relative} p{margin-bottom:1rem}
  .bar{display:none} .banner{width:10px} .dialog{opacity:0} .top{display:none} .box{float:left}`

const rules = [
  ['Tailwind’s preflight', tailwindPreflight],
  ['Bootstrap’s reboot and classes of our names', bootstrapReboot],
  ['* { all: unset }', '*{all:unset}'],
  ['button and div that are not displayed', 'button,section,div,dialog{display:none}'],
  ['a root of 62.5 %', 'html{font-size:62.5%}'],
  [
    'a transformed, filtered body',
    'body{transform:scale(1);filter:brightness(1);overflow:hidden;height:80px}',
  ],
  ['a body that takes no pointer', 'body{pointer-events:none;user-select:none}'],
  ['a body that is invisible until later', 'body{visibility:hidden;opacity:0}'],
  ['a body that contains and clips', 'body{contain:strict;width:50px;height:50px}'],
] as const

for (const [name, css] of rules) {
  test(`banner and preferences stand up to ${name}`, async ({ page, site, consent }) => {
    const stage = await openStage(page, site, page1, `<style>${css}</style>`)
    for (const layout of ['bar', 'box', 'dialog'] as const) {
      await stage.show({ banner: { layout } })
      await expectUsable(consent.banner)
    }
    await consent.preferences()
    await expectUsable(consent.dialog)
    await consent.switch('Statistics').check()
    await consent.save()
    await expect(consent.banner).toBeHidden()
    expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: true, marketing: false })
  })
}

test('a chat widget at the highest z-index lies beneath the banner, unless the page wants it above', async ({
  page,
  site,
  consent,
}) => {
  const chat = `<div id="chat" style="position:fixed;inset:auto 0 0 0;height:300px;background:#ccc;z-index:2147483647"></div>`
  const stage = await openStage(page, site, page1 + chat)
  await stage.show()
  await expectUsable(consent.banner)
  await page.evaluate(() => document.documentElement.style.setProperty('--askfirst-z-index', '10'))
  await stage.show()
  const hit = () =>
    consent.action('accept-all').evaluate((it) => {
      const { left, top } = it.getBoundingClientRect()
      return document.elementFromPoint(left + 20, top + 20)?.id
    })
  expect(await hit()).toBe('chat')
  // Out of the widget's way by the offset that is there for it.
  await page.evaluate(() => document.documentElement.style.setProperty('--askfirst-offset', '310px'))
  await expect.poll(hit).toBe('askfirst')
})

test('a modal dialog of the page keeps the banner beneath it, and the preferences go above', async ({
  page,
  site,
  consent,
}) => {
  const dialog = `<dialog id="own"><p>The page’s own</p><button id="leave" onclick="this.closest('dialog').close()">Leave</button></dialog>`
  const stage = await openStage(page, site, page1 + dialog)
  await page.evaluate(() => (document.getElementById('own') as HTMLDialogElement).showModal())
  await stage.show({ banner: { layout: 'dialog' } })
  await page.getByRole('button', { name: 'Leave' }).click({ trial: true })
  await page.evaluate(() => window.consent.openPreferences())
  await expectUsable(consent.dialog.filter({ hasText: 'Cookie preferences' }))
  await consent.dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await expectUsable(consent.banner)
  await consent.reject()
  await expect(consent.banner).toBeHidden()
})

test('a page that is inert can still be answered in the preferences', async ({ page, site, consent }) => {
  const stage = await openStage(page, site, page1)
  await stage.show()
  await page.evaluate(() => {
    for (const element of document.body.children) if (element instanceof HTMLElement) element.inert = true
    return window.consent.openPreferences()
  })
  await consent.dialog.getByRole('button', { name: 'Reject all' }).click()
  await expect.poll(() => consent.recordCookie()).toBeDefined()
})

test('a page that scrolls by script and takes keys for itself leaves wheel and space bar to the view', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, `${page1}<div style="height: 5000px"></div>`)
  await page.setViewportSize({ width: 800, height: 420 })
  await page.evaluate(() => {
    const scroll = (event: WheelEvent) => {
      event.preventDefault()
      scrollTo(0, scrollY + event.deltaY)
    }
    addEventListener('wheel', scroll, { passive: false })
    document.addEventListener('keydown', (event) => {
      if (!/INPUT|BUTTON/.test((event.target as Element).tagName)) event.preventDefault()
    })
  })
  await stage.show()
  await consent.action('preferences').press('Space')
  await consent.switch('Statistics').press('Space')
  await expect(consent.switch('Statistics')).toBeChecked()
  const list = consent.dialog.locator('[part=categories]')
  await list.evaluate((it) => it.scrollTo(0, 0))
  await list.hover()
  await page.mouse.wheel(0, 60)
  await expect.poll(() => list.evaluate((it) => it.scrollTop)).toBeGreaterThan(0)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})
