import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

test('what a template inside a template shows goes with the outer one', async ({ page, shop }) => {
  await shop.open(`<template data-category="statistics"><p id="outer">outer</p>
    <template data-category="marketing"><p id="inner">inner</p></template></template>`)
  await shop.save({ statistics: true, marketing: true })
  await expect(page.locator('#inner')).toBeVisible()
  await shop.save({ statistics: false })
  await expect(page.locator('#outer')).toHaveCount(0)
  await expect(page.locator('#inner')).toHaveCount(0)
  await shop.save({ statistics: true })
  await expect(page.locator('#inner')).toHaveCount(1)
})

test('the content of a cloned template goes on withdrawal', async ({ page, site, shop }) => {
  const frame = site.url('/frame.html', { host: 'video.test' })
  await shop.open(
    `<div id="app"><template data-category="marketing"><iframe src="${frame}"></iframe></template></div>`,
  )
  await shop.save({ marketing: true })
  await expect(page.locator('iframe')).toHaveCount(1)
  await page.evaluate(() => {
    const app = document.querySelector('#app')
    app?.replaceWith(app.cloneNode(true))
  })
  await shop.save({ marketing: false })
  await expect(page.locator('iframe')).toHaveCount(0)
})
