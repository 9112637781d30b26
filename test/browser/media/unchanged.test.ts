import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

test('three grants and withdrawals leave the markup of every kind as it was', async ({
  page,
  site,
  shop,
}) => {
  const at = site.url('/frame.html', { host: 'video.test' })
  await shop.open(`<div id="all">
    <iframe name="n" sandbox="allow-scripts" allow="fullscreen" referrerpolicy="no-referrer" title="t" style="border:0" data-category="marketing" data-src="${at}"></iframe>
    <embed data-category="marketing" data-src="${at}" width="1">
    <object data-category="marketing" data-data="${at}" type="text/html"><p>fallback</p></object>
    <img alt="" data-category="marketing" data-src="${at}" data-srcset="${at} 2x" sizes="1px">
    <link rel="icon" data-category="marketing" data-href="${at}">
    <video autoplay muted loop data-category="marketing" data-poster="${at}"><source data-category="marketing" data-src="${at}"></video>
    <template data-category="marketing"><b>x</b> text <i>y</i></template></div>`)
  /** Without the placeholders, which come and go beside what is held. */
  const markup = () =>
    page.evaluate(() => {
      const copy = document.querySelector('#all')?.cloneNode(true) as Element
      for (const placeholder of copy.querySelectorAll('[data-surface]')) placeholder.remove()
      return copy.innerHTML
    })
  const before = await markup()
  for (const marketing of [true, false, true, false, true, false]) {
    await shop.save({ marketing })
    // Not by a locator: with frames that come and go it waits for navigations in Firefox.
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll('#all b').length))
      .toBe(marketing ? 1 : 0)
    if (marketing) expect(await markup()).not.toBe(before)
  }
  expect(await markup()).toBe(before)
})

test('an address that the page changed meanwhile is taken away too, and the tagged one comes back', async ({
  page,
  site,
  shop,
}) => {
  const frame = site.url('/frame.html', { host: 'video.test' })
  await shop.open(`<iframe id="film" data-category="marketing" data-src="${frame}"></iframe>`)
  const film = page.locator('#film')
  await shop.save({ marketing: true })
  await expect(film).toHaveAttribute('src', frame)
  await film.evaluate((it: HTMLIFrameElement) => {
    it.src += '?autoplay=1'
  })
  await shop.save({ marketing: false })
  await expect(film).not.toHaveAttribute('src')
  await shop.save({ marketing: true })
  await expect(film).toHaveAttribute('src', frame)
  await film.evaluate((it) => it.setAttribute('data-category', 'statistics'))
  await expect(film).not.toHaveAttribute('src')
})

test('of a picture the one source is asked for that the browser would choose', async ({
  page,
  site,
  shop,
}) => {
  const at = (name: string) => site.url('/pixel.gif', { host: 'ads.test', query: { name } })
  await shop.open(`<picture>
    <source media="(min-width: 1px)" data-category="marketing" data-srcset="${at('first')}">
    <source data-category="marketing" data-srcset="${at('second')}">
    <img data-category="marketing" sizes="100vw" data-srcset="${at('set')} 100w" data-src="${at('src')}"></picture>`)
  await shop.save({ marketing: true })
  const asked = () => site.requests({ host: 'ads.test' }).map(({ query }) => query.get('name'))
  await expect.poll(asked).toEqual(['first'])
  await page.waitForTimeout(200)
  expect(asked()).toEqual(['first'])
})
