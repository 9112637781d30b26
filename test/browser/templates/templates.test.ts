import { expect } from '../harness/index.js'
import { moments, note, test } from '../harness/shop.js'

for (const moment of moments) {
  test(`${moment}, a template's content comes after it, in order, and its scripts run in order`, async ({
    page,
    site,
    shop,
  }) => {
    await shop.accept(
      moment,
      `<div id="box"><template data-category="statistics"><p>one</p>text<script src="${site.tag('A', { delay: 200 })}"></script>
       <noscript><img src="${site.url('/pixel.gif', { host: 'ads.test' })}"></noscript>
       <script>${note('B')}</script><p>two</p></template></div>
       <script type="text/plain" data-category="statistics">${note('C')}</script>`,
    )
    await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
    await expect(page.locator('#box p')).toHaveText(['one', 'two'])
    expect(site.requests({ host: 'ads.test' })).toHaveLength(0)
  })
}

test('withdrawal takes the content out, and a new grant brings it back without running it again', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const frame = site.url('/frame.html', { host: 'video.test' })
  await shop.open(
    `<template data-category="marketing"><iframe src="${frame}"></iframe><script>${note('A')}</script></template>`,
    { reload: 'never' },
  )
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)
  await consent.accept()
  await expect(page.locator('iframe')).toHaveCount(1)
  await page.evaluate(() => void window.askfirst.withdraw())
  await expect(page.locator('iframe')).toHaveCount(0)
  await shop.save({ marketing: true })
  await expect(page.locator('iframe')).toHaveCount(1)
  expect(await site.ran(page)).toEqual(['A'])
})

test('a script of a template that is taken back on its way goes back too, and runs in order after a new grant', async ({
  page,
  site,
  shop,
}) => {
  await shop.open(
    `<div id="box"><template data-category="marketing"><script src="${site.tag('A', { delay: 500 })}"></script>
     <p>one</p><script>${note('B')}</script></template></div>`,
    { reload: 'never' },
  )
  await shop.save({ marketing: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(1)
  await shop.save({ marketing: false })
  await expect(page.locator('#box > :not(template)')).toHaveCount(0)
  await page.waitForTimeout(700)
  expect(await site.ran(page)).toEqual([])
  await shop.save({ marketing: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
})
