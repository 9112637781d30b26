import { expect, test } from './harness/index.js'

const film = (src: string) =>
  `<h1>Shop</h1><iframe id="film" data-category="marketing" data-src="${src}" width="560" height="315"></iframe><p>after</p>`

test('a frame loads in place, goes blank on withdrawal and comes back, without a trace in the history', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await shop.open(film(src))
  // What a frame shows cannot be read across sites; that it has a document can.
  const state = () => {
    const frame = document.querySelector<HTMLIFrameElement>('#film')
    let isBlank = true
    try {
      isBlank = frame?.contentWindow?.location.href === 'about:blank'
    } catch {
      isBlank = false
    }
    return { isBlank, width: frame?.offsetWidth, height: frame?.offsetHeight, steps: history.length }
  }
  const held = await page.evaluate(state)
  expect(held.isBlank).toBe(true)
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)

  await consent.accept()
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
  await expect.poll(() => page.evaluate(state)).toEqual({ ...held, isBlank: false })
  await page.evaluate(() => void window.askfirst.withdraw('marketing'))
  await expect.poll(() => page.evaluate(state)).toEqual(held)
  await page.evaluate(() => void window.askfirst.save({ marketing: true }))
  await expect.poll(() => page.evaluate(state)).toEqual({ ...held, isBlank: false })
  expect(site.requests({ host: 'video.test' })).toHaveLength(2)
})

test('pictures, players and styles ask for nothing before and once after', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const at = (name: string, path = '/pixel.gif') => site.url(path, { host: 'ads.test', query: { name } })
  await shop.open(`
    <img alt="" data-category="marketing" data-src="${at('img')}">
    <img alt="" data-category="marketing" data-srcset="${at('srcset')} 1x" data-src="${at('unused')}">
    <video data-category="marketing" data-poster="${at('poster')}"></video>
    <link rel="stylesheet" data-category="marketing" data-href="${at('style', '/style.css')}">`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(site.requests({ host: 'ads.test' })).toHaveLength(0)

  await consent.accept()
  const names = () =>
    site
      .requests({ host: 'ads.test' })
      .map(({ query }) => query.get('name'))
      .sort()
  await expect.poll(names).toEqual(['img', 'poster', 'srcset', 'style'])
  await page.evaluate(() => void window.askfirst.withdraw())
  const live = () => document.querySelectorAll('img[src], [srcset], [poster], link[href]').length
  await expect.poll(() => page.evaluate(live)).toBe(0)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(names()).toHaveLength(4)
})

test('a held frame can be shown once: its size stays, it gets the focus, nothing is stored', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await shop.open(film(src))
  const box = () => {
    const { x, y, width, height } = document.querySelector('#film')?.getBoundingClientRect() ?? new DOMRect()
    return [x, y, width, height, document.querySelector('#film ~ p')?.getBoundingClientRect().y]
  }
  const before = await page.evaluate(box)
  const steps = await page.evaluate(() => history.length)
  await page.inFrame('#film', async () => {
    const once = await page.find(() => document.querySelector('[data-ready] [data-consent-action=show-once]'))
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('fieldset') as Element).display),
    ).toBe('grid')
    await once.click()
  })
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('film')
  expect(await page.evaluate(box)).toEqual(before)
  expect(await page.evaluate(() => history.length)).toBe(steps)
  expect(await page.cookies()).toEqual([])
  expect(await consent.shows('banner')).toBe(true)
})
