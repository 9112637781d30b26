import { expect } from '../harness/index.js'
import { note, test } from '../harness/shop.js'

const addresses = () =>
  ['film', 'other', 'picture', 'player'].map((id) => {
    const element = document.querySelector(`#${id}`)
    return element?.getAttribute('src') ?? element?.getAttribute('srcset') ?? null
  })

test('after release the page owns the addresses: a decision on something else, a move and a scan leave them alone', async ({
  page,
  shop,
}) => {
  await shop.open(`<iframe id="film" data-category="marketing" data-src="/frame.html?1"></iframe>
    <iframe id="other" data-category="marketing" data-src="/frame.html?2"></iframe>
    <img id="picture" alt="" data-category="marketing" data-src="/pixel.gif">
    <video id="player" data-category="marketing"><source data-category="marketing" data-src="/film.webm"></video>`)
  await shop.save({ marketing: true })
  await expect(page.locator('#film')).toHaveAttribute('src', '/frame.html?1')
  await page.evaluate(() => {
    document.querySelector('#film')?.setAttribute('src', '/frame.html?chosen')
    document.querySelector('#other')?.removeAttribute('src')
    document.querySelector('#picture')?.setAttribute('src', '')
    document.querySelector('#player')?.setAttribute('src', '/chosen.webm')
  })
  const chosen = ['/frame.html?chosen', null, '', '/chosen.webm']
  for (const statistics of [true, false]) await shop.save({ statistics })
  await page.evaluate(() => {
    const film = document.querySelector('#film')
    if (film) document.body.append(film)
    window.askfirst.scan()
  })
  await page.waitForTimeout(300)
  expect(await page.evaluate(addresses)).toEqual(chosen)

  await shop.save({ marketing: false })
  await expect.poll(() => page.evaluate(addresses)).toEqual([null, null, null, null])
  await shop.save({ marketing: true })
  await expect
    .poll(() => page.evaluate(addresses))
    .toEqual(['/frame.html?1', '/frame.html?2', '/pixel.gif', null])
})

test('a morph gives the tagged address back, and a tag that names another address loads that', async ({
  page,
  shop,
}) => {
  await shop.open('<iframe id="film" data-category="marketing" data-src="/frame.html?1"></iframe>')
  await shop.save({ marketing: true })
  const film = page.locator('#film')
  await expect(film).toHaveAttribute('src', '/frame.html?1')
  // Morphs take away every attribute that the new markup does not have.
  await film.evaluate((it) => {
    it.removeAttribute('src')
    it.removeAttribute('data-released')
  })
  await expect(film).toHaveAttribute('src', '/frame.html?1')
  await film.evaluate((it) => it.setAttribute('data-src', '/frame.html?2'))
  await expect(film).toHaveAttribute('src', '/frame.html?2')
})

test('pictures of categories that the site does not have are left alone, frames and scripts stay held', async ({
  page,
  site,
  shop,
}) => {
  await shop.open(`<img id="nature" alt="" data-category="nature" data-src="/pixel.gif" src="/pixel.gif">
    <iframe id="frame" data-category="nature" data-src="/frame.html"></iframe>
    <script type="text/plain" data-category="nature">${note('no')}</script>`)
  await page.evaluate(() => void window.askfirst.rejectAll())
  await page.waitForTimeout(200)
  await page.evaluate(() => void window.askfirst.acceptAll())
  await page.waitForTimeout(400)
  await expect(page.locator('#nature')).toHaveAttribute('src', '/pixel.gif')
  await expect(page.locator('#frame')).not.toHaveAttribute('src')
  expect(await site.ran(page)).toEqual([])
})

test('a released frame that is taken out, withdrawn and put back is blank', async ({ page, shop }) => {
  await shop.open(`<div id="box"><iframe id="film" data-category="marketing" data-src="/frame.html?1"></iframe>
    <template data-category="marketing"><iframe src="/frame.html?2"></iframe></template></div>`)
  await shop.save({ marketing: true })
  await expect(page.locator('iframe')).toHaveCount(2)
  const found = await page.evaluate(() => {
    const box = document.querySelector('#box') as Element
    box.remove()
    window.askfirst.withdraw('marketing')
    document.body.append(box)
    return [...box.querySelectorAll('iframe')].map((it) => it.getAttribute('src'))
  })
  expect(found).toEqual([null])
})

test('a template whose number of shown nodes comes from content of others swallows nothing', async ({
  page,
  shop,
}) => {
  await shop.open('<template data-category="marketing" data-shown="2"></template><p>one</p><p>two</p>')
  await page.evaluate(() => void window.askfirst.rejectAll())
  await page.waitForTimeout(200)
  await expect(page.locator('body > p')).toHaveCount(2)
})
