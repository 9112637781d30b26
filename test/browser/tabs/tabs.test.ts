import { collectEvents } from '../harness/events.js'
import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

test('a choice that the server stores is followed when the visitor looks at the page', async ({
  page,
  site,
  consent,
}) => {
  const events = await collectEvents(page)
  const url = site.page(`${site.cdn()}${held('', note('A'))}`)
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  await consent.remember(url, { preferences: true, statistics: true, marketing: false })
  await page.evaluate(() => dispatchEvent(new Event('focus')))

  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect(consent.banner).toBeHidden()
  expect(await events('change')).toEqual([
    expect.objectContaining({ source: 'sync', added: ['preferences', 'statistics'], removed: [], persisted: true }),
  ])
  // Looking again tells nothing new.
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  expect(await events('change')).toHaveLength(1)
})

test('saving after another tab has decided is the last word in both', async ({ page, site, consent, context }) => {
  const url = site.page(`${site.cdn()}<h1>Shop</h1>`)
  await page.goto(url)
  await consent.preferences()
  await page.evaluate(() => {
    document.title = 'same document'
  })
  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => void window.askfirst.acceptAll())
  await expect(consent.switch(/statistics/i)).toBeChecked()
  await consent.switch(/marketing/i).click()
  await consent.save()

  const granted = 'necessary preferences statistics'
  await expect(page.locator('html')).toHaveAttribute('data-consent', granted)
  await expect(other.locator('html')).toHaveAttribute('data-consent', granted)
  await expect(page).toHaveTitle('same document')
  expect((await consent.recordCookie())?.choices).toEqual({
    preferences: true,
    statistics: true,
    marketing: false,
  })
})

test('of two opposite decisions within a second, both tabs keep the later', async ({ page, site, consent, context }) => {
  const url = site.page(`${site.cdn()}<h1>Shop</h1>`)
  const other = await context.newPage()
  for (const each of [page, other]) {
    await each.goto(url)
    await expect(each.locator('#askfirst').getByRole('region')).toBeVisible()
  }
  await page.evaluate(() => void window.askfirst.acceptAll())
  await other.evaluate(() => void window.askfirst.rejectAll())

  for (const each of [page, other]) {
    await expect.poll(() => each.evaluate(() => window.askfirst.isGranted('marketing'))).toBe(false)
    await each.evaluate(() => dispatchEvent(new Event('focus')))
    await expect(each.locator('html')).toHaveAttribute('data-consent', 'necessary')
  }
  expect((await consent.recordCookie())?.choices).toMatchObject({ marketing: false })
})

test('a frame that plays in one tab is blanked when another withdraws', async ({ page, site, consent, context }) => {
  const video = site.url('/frame.html', { host: 'video.test' })
  const url = site.page(`${site.cdn()}<iframe title="film" data-category="marketing" data-src="${video}"></iframe>`)
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect(page.locator('iframe')).toHaveAttribute('src', video)
  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => void window.askfirst.withdraw('marketing'))

  await expect(page.locator('iframe')).not.toHaveAttribute('src')
  await expect(page.frameLocator('iframe').getByText('Embedded page')).toHaveCount(0)
})
