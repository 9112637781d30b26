import { expect, held, note, test } from './harness/index.js'

test('a page that is gone back to follows an acceptance made meanwhile', async ({ page, shop, consent }) => {
  const first = shop.url(`<h1>first</h1>${held('', note('A'))}`)
  await page.goto(first)
  await consent.surface('banner')
  await page.goto(shop.url('<h1>second</h1>', undefined, '/second'))
  await consent.accept()
  await page.back()
  await expect.poll(() => page.evaluate(() => location.href)).toBe(first)
  await expect.poll(page.ran).toEqual(['A'])
  await expect.poll(() => consent.shows('banner')).toBe(false)
})

test('a decision in one tab is followed in the other, without a reload', async ({ page, shop, consent }) => {
  const url = shop.url(held('', note('A')))
  await page.goto(url)
  await consent.surface('banner')
  await page.evaluate(() => {
    document.title = 'same'
  })
  await page.inNewTab(url, consent.accept)
  await expect.poll(page.ran).toEqual(['A'])
  await expect.poll(() => consent.shows('banner')).toBe(false)
  expect(await page.evaluate(() => document.title)).toBe('same')
})

test('the banner comes back when an app replaces the body, and works', async ({ page, shop, consent }) => {
  await shop.open(held('', note('A')))
  await page.evaluate(
    (html) => {
      const body = document.createElement('body')
      body.innerHTML = html
      document.body.replaceWith(body)
    },
    held('', note('B')),
  )
  await consent.accept()
  await expect.poll(page.ran).toEqual(['B'])
  await expect.poll(() => consent.shows('banner')).toBe(false)
})
