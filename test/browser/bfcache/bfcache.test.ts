import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

const mark = () => {
  document.title = 'same document'
}

for (const answer of [undefined, true, false]) {
  const visitor = { undefined: 'who was asked', true: 'who agreed', false: 'who refused' }[`${answer}`]
  test(`the page of a visitor ${visitor} comes back from the back/forward cache as it was`, async ({
    page,
    site,
    consent,
  }) => {
    const first = site.page(`${site.cdn()}<h1>First</h1>${held('', note('A'))}`)
    const second = site.page('<h1>Second</h1>', { path: '/second' })
    if (answer !== undefined) {
      await consent.remember(first, { preferences: answer, statistics: answer, marketing: answer })
    }
    await page.goto(first)
    if (answer === undefined) await expect(consent.banner).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-consent', /^necessary/)
    if (answer) await expect.poll(() => site.ran(page)).toEqual(['A'])
    await page.evaluate(mark)

    await page.goto(second)
    await site.back(page)
    await expect.poll(() => page.title()).toBe('same document')
    expect(await site.ran(page)).toEqual(answer ? ['A'] : [])
    const hosts = () => page.evaluate(() => document.querySelectorAll('#askfirst').length)
    await expect.poll(hosts).toBe(answer === undefined ? 1 : 0)
  })
}

test('a page that comes back hears other tabs again', async ({ page, site, consent, context }) => {
  const first = site.page(`${site.cdn()}<h1>First</h1>${held('', note('A'))}`)
  await page.goto(first)
  await expect(consent.banner).toBeVisible()
  await page.evaluate(mark)
  await page.goto(site.page('<h1>Second</h1>', { path: '/second' }))
  await site.back(page)
  await expect.poll(() => page.title()).toBe('same document')

  const other = await context.newPage()
  await other.goto(first)
  await other.evaluate(() => void window.askfirst.acceptAll())
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(await page.title()).toBe('same document')
})

test('a page none of whose code ran is held, not loaded again, when consent went meanwhile', async ({
  page,
  site,
  consent,
}) => {
  const video = site.url('/frame.html', { host: 'video.test' })
  const first = site.page(`${site.cdn()}<iframe data-category="marketing" data-src="${video}"></iframe>`)
  await consent.remember(first, { preferences: true, statistics: true, marketing: true })
  await page.goto(first)
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
  await page.evaluate(mark)
  await page.goto(site.page(`${site.cdn()}<h1>Second</h1>`, { path: '/second' }))
  await page.evaluate(() => void window.askfirst.withdraw())
  await site.back(page)

  const consented = () => page.evaluate(() => document.documentElement.dataset.consent)
  await expect.poll(consented).toBe('necessary')
  expect(await page.title()).toBe('same document')
  await expect.poll(() => page.evaluate(() => document.querySelector('iframe')?.hasAttribute('src'))).toBe(false)
})
