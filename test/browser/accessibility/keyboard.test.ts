import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

/** What has the focus, seen through our shadow root. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const deepest = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
    const { dataset, id, tagName } = deepest as HTMLElement
    return dataset.consentAction || id || tagName
  })

/** Presses Tab until it has the focus; a browser may stop at its own tool bar in between. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let index = 0; index < 15 && (await focused(page)) !== wanted; index++)
    await page.keyboard.press('Tab')
  expect(await focused(page)).toBe(wanted)
}

const links = Array.from({ length: 24 }, (_, index) => `<p><a id="l${index}" href="#x">Link ${index}</a></p>`)

for (const [layout, position] of [
  ['bar', 'bottom'],
  ['bar', 'top'],
  ['box', 'bottom-end'],
  ['box', 'center'],
  ['dialog', 'bottom'],
] as const) {
  test(`no focused link of the page is hidden by a ${layout} at ${position}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 480, height: 480 })
    const stage = await openStage(page, site, `<main><h1>Shop</h1>${links.join('')}</main>`)
    await stage.show({ banner: { layout, position } })
    const hidden: string[] = []
    await page.evaluate(() => (document.querySelector('#l0') as HTMLElement).focus())
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let index = 0; index < links.length - 1; index++) {
        await page.keyboard.press(key)
        const isHidden = await page.evaluate(async () => {
          await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
          const { left, right, top, bottom } = (document.activeElement as Element).getBoundingClientRect()
          return [
            [left + 1, top + 1],
            [right - 1, bottom - 1],
          ].every(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.id === 'askfirst')
        })
        if (isHidden) hidden.push(`${key} ${index}`)
      }
    }
    expect(hidden).toEqual([])
  })
}

test('a banner over a focused element that cannot scroll goes to the other side', async ({ page, site }) => {
  const nav = '<nav style="position: fixed; bottom: 30px; left: 200px"><a id="fixed" href="#x">Home</a></nav>'
  const stage = await openStage(page, site, `<main><h1>Shop</h1></main>${nav}`)
  await stage.show()
  const banner = page.getByRole('region')
  const before = await banner.boundingBox()
  await page.evaluate(() => document.getElementById('fixed')?.focus())
  await expect.poll(async () => (await banner.boundingBox())?.y).toBeLessThan(40)
  expect(before?.y).toBeGreaterThan(500)
  await expect(page.locator('#fixed')).toBeFocused()
  await page.locator('#fixed').click()
})

test('the keyboard alone answers, and what has decided leaves the page its focus order', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, '<main><h1>Shop</h1><a id="first" href="#x">Link</a></main>')
  await stage.show()
  await tabTo(page, 'accept-all')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('reject-all')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('preferences')
  // Nothing holds the focus in the banner.
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('first')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(consent.banner).toBeHidden()
  expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: false, marketing: false })
  await tabTo(page, 'first')
})

test('focus goes to the title of the preferences and back to the button that opened them', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, '<main><h1>Shop</h1></main>')
  await stage.show()
  await tabTo(page, 'preferences')
  await page.keyboard.press('Space')
  await expect(consent.dialog).toBeVisible()
  expect(await focused(page)).toBe('preferences-title')
  await page.keyboard.press('Escape')
  await expect(consent.dialog).toBeHidden()
  expect(await focused(page)).toBe('preferences')
  expect(await consent.recordCookie()).toBeUndefined()
})

test('saving is told without moving the focus; before that the status is there and empty', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, '<main><h1>Shop</h1></main>')
  await stage.show()
  await expect(consent.host.getByRole('status')).toHaveCount(1)
  await expect(consent.host.getByRole('status')).toHaveText('')
  await consent.preferences()
  await consent.save()
  await expect(consent.host.getByRole('status')).toHaveText('Preferences saved')
  expect(await focused(page)).toBe('BODY')
})

test('switches keep their label, say what is required, and the second layer shows the answers given', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(page, site, '<main><h1>Shop</h1></main>')
  await stage.show()
  await consent.preferences()
  const necessary = consent.switch('Necessary')
  await expect(necessary).toBeChecked()
  await expect(necessary).toBeDisabled()
  await expect(necessary).toHaveAccessibleDescription(/Always active/)
  const statistics = consent.switch('Statistics')
  await expect(statistics).not.toBeChecked()
  await statistics.press('Space')
  await expect(statistics).toBeChecked()
  await expect(statistics).toHaveAccessibleName('Statistics')
  await consent.save()
  await page.evaluate(() => window.consent.openPreferences())
  await expect(consent.switch('Statistics')).toBeChecked()
  await expect(consent.switch('Marketing')).not.toBeChecked()
})

test('what a button says is its name, or begins it', async ({ page, site, consent }) => {
  const stage = await openStage(page, site, '<main><h1>Shop</h1></main>')
  await stage.show({ banner: { buttons: [{ label: 'Contact', href: '/c' }] } })
  await consent.preferences()
  for (const details of await consent.dialog.locator('summary').all()) await details.click()
  const controls = await consent.host.locator('button, a, summary').filter({ visible: true }).all()
  expect(controls.length).toBeGreaterThan(10)
  for (const control of controls) {
    const words = ((await control.textContent()) ?? '').trim()
    if (words) await expect(control).toHaveAccessibleName(new RegExp(words.split(' · ')[0] as string))
    else await expect(control).toHaveAccessibleName(/\w/)
  }
})
