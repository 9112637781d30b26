import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const answers = { preferences: true, statistics: true, marketing: false }
const tags = held('', note('old')) + held('data-category="marketing"', note('refused'))

test('a raised policy version asks again while the old answer still works', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const url = shop.url(tags, { policy: { version: '2025-01-01' } })
  await consent.remember(url, answers, '2024-10-01')
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['old'])
  await consent.preferences()
  await expect(consent.switch(/statistics/i)).toBeChecked()
  await expect(consent.switch(/marketing/i)).not.toBeChecked()
  await consent.save()
  expect((await consent.recordCookie())?.policy).toBe('2025-01-01')
  await page.goto(url)
  await expect(page.locator('html')).toHaveAttribute('data-consent', /statistics/)
  await expect(consent.banner).toBeHidden()
})

test('a category that is new asks again; what is known works, what is new does not', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const categories = { necessary: { required: true }, statistics: {}, video: {} }
  const url = shop.url(held('', note('old')) + held('data-category="video"', note('new')), {
    categories,
  } as never)
  await consent.remember(url, { statistics: true })
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['old'])
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['old', 'new'])
})

test('a choice is not renewed by a visit and ends after its days', async ({
  page,
  shop,
  consent,
  context,
}) => {
  const url = shop.url('<p>page</p>')
  await page.goto(url)
  await consent.reject()
  const first = (await context.cookies())[0]
  const days = ((first?.expires ?? 0) * 1000 - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(181.9)
  expect(days).toBeLessThanOrEqual(182)
  await page.goto(url)
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
  expect((await context.cookies())[0]).toEqual(first)

  const old = Math.floor(Date.now() / 1000 - 183 * 86_400).toString(36)
  const value = `1::${old}:Vq3fJ8kLmN0pQw1x:banner:preferences~statistics~marketing`
  await context.addCookies([{ name: 'askfirst', value, url }])
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
})

test('what a new version changed is said to those who answered under another one, and to nobody else', async ({
  page,
  shop,
  consent,
}) => {
  const changes = { en: 'We show maps.', fr: 'Nous montrons des cartes.' }
  const url = shop.url('<p>page</p>', { policy: { version: 3, changes } } as never)
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  await expect(consent.banner).not.toContainText('What has changed')

  await consent.remember(url, answers, '2')
  await page.goto(url)
  await expect(consent.banner).toContainText('What has changed: We show maps.')
  await page.evaluate(() => window.askfirst.setLocale('fr'))
  await expect(consent.banner).toContainText('Ce qui a changé : Nous montrons des cartes.')
  await consent.preferences()
  await expect(consent.dialog).toContainText('Nous montrons des cartes.')
  await consent.save()
  expect((await consent.recordCookie())?.policy).toBe('3')
  await page.goto(url)
  await page.evaluate(() => window.askfirst.openPreferences())
  await expect(consent.dialog).toBeVisible()
  await expect(consent.dialog).not.toContainText('We show maps.')
})

test('a new version that says nothing of changes asks again without a note', async ({
  page,
  shop,
  consent,
}) => {
  const url = shop.url('<p>page</p>', { policy: { version: '2025-01-01' } })
  await consent.remember(url, answers, '2024-10-01')
  await page.goto(url)
  await expect(consent.banner).toBeVisible()
  await expect(consent.banner).not.toContainText('changed')
})
