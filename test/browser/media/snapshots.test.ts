import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

test('a frame that was cloned while it was granted goes blank on withdrawal, as does one put back later', async ({
  page,
  site,
  shop,
}) => {
  const frame = site.url('/frame.html', { host: 'video.test' })
  await shop.open(`<div id="app"><iframe data-category="marketing" data-src="${frame}"></iframe></div>`)
  await shop.save({ marketing: true })
  await expect(page.locator('iframe')).toHaveAttribute('src', frame)
  await page.evaluate(() => {
    const app = document.querySelector('#app')
    app?.replaceWith(app.cloneNode(true))
  })
  await shop.save({ marketing: false })
  await expect(page.locator('iframe')).not.toHaveAttribute('src')

  await page.locator('#app').evaluate((app, src) => {
    app.innerHTML = `<iframe data-category="marketing" data-src="${src}" src="${src}"></iframe>`
  }, frame)
  await expect(page.locator('iframe')).not.toHaveAttribute('src')
})

test('subtitles and a poster that are granted do not start a film over', async ({ page, site, shop }) => {
  const at = site.url('/pixel.gif', { host: 'ads.test' })
  await shop.open(`<video src="/film.webm"><track data-category="marketing" data-src="${at}"></video>
    <video src="/film.webm" data-category="marketing" data-poster="${at}"></video>`)
  await page.evaluate(() => {
    for (const film of document.querySelectorAll('video'))
      film.addEventListener('emptied', () => {
        window.ran = [...(window.ran ?? []), 'started over']
      })
  })
  await shop.save({ marketing: true })
  await expect(page.locator('video').last()).toHaveAttribute('poster')
  await shop.save({ marketing: false })
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual([])
})

test('a frame that was shown once is blank after its category was withdrawn', async ({
  page,
  site,
  shop,
}) => {
  const frame = site.url('/frame.html', { host: 'video.test' })
  await shop.comeBack(
    { preferences: true, statistics: true, marketing: false },
    `<iframe width="500" height="300" data-category="marketing" data-src="${frame}"></iframe>`,
  )
  await page.frameLocator('iframe').locator('[data-ready]').getByRole('button', { name: /once/i }).click()
  await expect(page.locator('iframe')).toHaveAttribute('src', frame)
  await page.evaluate(() => void window.askfirst.withdraw('marketing'))
  await expect(page.locator('iframe')).not.toHaveAttribute('src')
})

test('a frame may wait with its document in data-srcdoc', async ({ page, shop }) => {
  const frame = '<iframe id="own" data-category="marketing" data-srcdoc="<p>hello</p>"></iframe>'
  await shop.open(frame, { srcdoc: true })
  await shop.save({ marketing: true })
  await expect(page.frameLocator('#own').locator('p')).toHaveText('hello')
  await shop.save({ marketing: false })
  await expect(page.locator('#own')).not.toHaveAttribute('srcdoc')
})

test('a frame with a still page of its own leaves no trace in the history', async ({ page, site, shop }) => {
  const frame = site.url('/frame.html', { host: 'video.test' })
  const still = site.page('<p>still</p>', { path: '/still' })
  await shop.open(`<iframe data-category="marketing" src="${still}" data-src="${frame}"></iframe>`)
  const before = await page.evaluate(() => history.length)
  for (const marketing of [true, false, true]) {
    await shop.save({ marketing })
    await expect(page.locator('iframe')).toHaveAttribute('src', marketing ? frame : still)
    await page.waitForTimeout(400)
  }
  expect(await page.evaluate(() => history.length)).toBe(before)
})
