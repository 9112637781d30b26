import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const marketing = 'data-category="marketing"'

test('decisions that overlap keep one document order', async ({ page, site, shop }) => {
  await shop.open(
    held(`src="${site.tag('A', { delay: 600 })}"`) +
      held(marketing, note('B')) +
      held('', note('C')) +
      held(`${marketing} src="${site.tag('D')}"`) +
      held(`src="${site.tag('E')}"`) +
      held(marketing, note('F')),
  )
  await shop.save({ statistics: true })
  await page.waitForTimeout(50)
  await shop.save({ statistics: true, marketing: true })

  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
  expect(site.requests({ path: '/tag.js' })).toHaveLength(3)
})

test('a later decision does not run again what has run', async ({ page, site, shop }) => {
  await shop.open(held(`src="${site.tag('A')}"`) + held(marketing, note('B')) + held('', note('C')))
  await shop.save({ statistics: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'C'])
  await shop.save({ marketing: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'C', 'B'])
  await shop.save({ statistics: true, marketing: true, preferences: true })
  await page.waitForTimeout(400)
  expect(await site.ran(page)).toEqual(['A', 'C', 'B'])
})

test('withdrawal drops what is loading and what is queued, without a reload', async ({
  page,
  site,
  shop,
}) => {
  await shop.open(
    held(`src="${site.tag('A', { delay: 800 })}"`) + held(`src="${site.tag('B')}"`) + held('', note('C')),
  )
  await page.evaluate(() => {
    window.name = 'the same page'
    document.documentElement.id = 'same'
  })
  await shop.save({ statistics: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBeGreaterThan(0)
  await shop.save({ statistics: false })
  await page.waitForTimeout(1300)

  expect(await site.ran(page)).toEqual([])
  await expect(page.locator('#same')).toBeAttached()
  expect(await shop.failures()).toEqual([])
  await expect(page.locator('link[rel*="preload"][href*="run="]')).toHaveCount(0)
})

test('withdrawal before the next paint asks for nothing at all', async ({ page, site, shop }) => {
  await shop.open(held(`src="${site.tag('A')}"`) + held('', note('B')))
  await page.evaluate(() => {
    const { askfirst } = window as unknown as { askfirst: { acceptAll(): void; withdraw(): void } }
    askfirst.acceptAll()
    askfirst.withdraw()
  })
  await page.waitForTimeout(500)
  expect(await site.ran(page)).toEqual([])
  expect(site.requests({ path: '/tag.js' })).toHaveLength(0)
})

test('agreeing again after a withdrawal in flight runs each script once, in order', async ({
  page,
  site,
  shop,
}) => {
  await shop.open(
    held(`src="${site.tag('A', { delay: 500 })}"`) + held('', note('B')) + held(`src="${site.tag('C')}"`),
  )
  await shop.save({ statistics: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBeGreaterThan(0)
  await shop.save({ statistics: false })
  await page.waitForTimeout(100)
  await shop.save({ statistics: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
  await page.waitForTimeout(800)
  expect(await site.ran(page)).toEqual(['A', 'B', 'C'])
})

test('withdrawal of one category leaves the queue to the other', async ({ page, site, shop }) => {
  await shop.open(
    held(`${marketing} src="${site.tag('A', { delay: 900 })}"`) +
      held('', note('B')) +
      held(marketing, note('C')) +
      held(`src="${site.tag('D')}"`),
  )
  await shop.save({ statistics: true, marketing: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBeGreaterThan(0)
  await shop.save({ marketing: false })
  await expect.poll(() => site.ran(page)).toEqual(['B', 'D'])
  await page.waitForTimeout(900)
  expect(await site.ran(page)).toEqual(['B', 'D'])
})

test('withdrawal also stops async scripts and modules on their way', async ({ page, site, shop }) => {
  const module = site.url('/module.js', { host: 'stats.test', query: { run: 'module', delay: 600 } })
  await shop.open(
    held(`async src="${site.tag('async', { delay: 600 })}"`) +
      held(`data-type="module" src="${module}"`) +
      held('data-type="module"', note('inline module')),
  )
  await shop.save({ statistics: true })
  await expect.poll(() => site.requests({ host: 'stats.test' })).toHaveLength(2)
  await shop.save({ statistics: false })
  await page.waitForTimeout(1200)
  expect(await site.ran(page)).toEqual([])
})

test('a script that withdraws consent is the last of its queue', async ({ page, site, shop }) => {
  await shop.open(
    held('', note('A')) +
      held('', `${note('B')}; askfirst.withdraw('statistics')`) +
      held('', note('C')) +
      held(`src="${site.tag('D')}"`),
    { reload: 'never' },
  )
  await shop.save({ statistics: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await page.waitForTimeout(400)
  expect(await site.ran(page)).toEqual(['A', 'B'])
})

test('once code has run, its withdrawal reloads the page and it does not run there', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(held(`src="${site.tag('A')}"`) + held('data-category="necessary"', note('needed')))
  await shop.save({ statistics: true })
  await expect.poll(() => site.ran(page)).toEqual(['needed', 'A'])
  await Promise.all([page.waitForEvent('load'), shop.save({ statistics: false })])
  await expect.poll(() => site.ran(page)).toEqual(['needed'])
  expect((await consent.recordCookie())?.choices.statistics).toBe(false)
  expect(site.requests({ path: '/tag.js' })).toHaveLength(1)
})

test('a visitor who agrees and leaves at once is remembered on the next page', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const next = site.page(`${site.cdn()}<h1>Next</h1>${held(`src="${site.tag('next')}"`)}`, { path: '/next' })
  await shop.open(`<a href="${next}">Next page</a>${held(`src="${site.tag('A', { delay: 3000 })}"`)}`)
  await page.evaluate(() => {
    const button = document
      .getElementById('askfirst')
      ?.shadowRoot?.querySelector('[data-consent-action="accept-all"]')
    ;(button as HTMLElement).click()
    document.querySelector('a')?.click()
  })
  await expect(page.getByRole('heading', { name: 'Next' })).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['next'])
  await expect(consent.banner).toBeHidden()
  expect((await consent.recordCookie())?.choices.statistics).toBe(true)
})

test('a file that takes its own consent back while it runs does not run again', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const code = "(window.decided ||= askfirst.withdraw('statistics'))"
  await shop.open(held(`src="${site.tag('A', { code })}"`) + held('', note('B')), { reload: 'never' })
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await shop.save({ statistics: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
})

test('the page starts anew after a file has taken its own consent back', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const code = "sessionStorage.decided ||= askfirst.withdraw('statistics').id"
  await shop.open(held(`src="${site.tag('A', { code })}"`))
  const reloaded = page.waitForEvent('load')
  await consent.accept()
  await reloaded
  expect((await consent.recordCookie())?.choices).toMatchObject({ statistics: false, marketing: true })
})
