import type { Page } from '@playwright/test'
import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'
import { countShown, pressInFrame } from './in-frames.js'

const film = (src: string, more = '') =>
  `<h1>Shop</h1><p id="before">before</p><iframe id="film" data-category="marketing" data-src="${src}" width="560" height="315" ${more}></iframe><p id="after">after</p>`

test('a held frame shows what it is and keeps its size; "show once" stores nothing', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const src = site.url('/frame.html', { host: 'video.test', query: { run: 'film' } })
  await page.goto(shop.url(`<iframe width="560" height="315"></iframe><i></i>${film(src)}`))
  const box = () =>
    page
      .locator('#film')
      .evaluate((it) =>
        [it, document.getElementById('after')]
          .map(
            (e) =>
              e &&
              `${(e as HTMLElement).offsetLeft},${(e as HTMLElement).offsetTop},${(e as HTMLElement).offsetWidth},${(e as HTMLElement).offsetHeight}`,
          )
          .join(' '),
      )
  const before = await box()
  const inside = page.frameLocator('#film')
  const once = inside.getByRole('button', { name: 'Show once' })
  await expect(once).toBeVisible()
  await expect(inside.getByText('is shown when you allow: Marketing')).toContainText('video.test')
  expect(await box()).toBe(before)
  const group = await inside.getByRole('group').boundingBox()
  expect(group && [Math.round(group.width), Math.round(group.height)]).toEqual([560, 315])
  await inside.locator('[data-surface=placeholder][data-ready]').waitFor()
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)

  await once.focus()
  // The page scrolls the button clear of the banner, and a press counts when it lies still.
  await page.waitForTimeout(400)
  await inside.locator('[data-surface=placeholder][data-ready]').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
  await expect(once).toHaveCount(0)
  expect(await box()).toBe(before)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('film')
  expect(await consent.recordCookie()).toBeUndefined()
  await shop.save({ statistics: true })
  await page.waitForTimeout(300)
  await expect(page.locator('#film')).toHaveAttribute('src', src)
  expect(site.requests({ host: 'video.test' })).toHaveLength(1)
})

test('"always allow" stores that one answer; withdrawal brings the placeholder back', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await page.goto(shop.url(film(src)))
  await pressInFrame(page, 'Always allow')
  await expect(page.locator('#film')).toHaveAttribute('src', src)
  const record = await consent.recordCookie()
  expect(record?.choices).toEqual({ preferences: false, statistics: false, marketing: true })
  expect(record?.source).toBe('placeholder')
  await page.evaluate(() => void window.askfirst.withdraw())
  await expect(page.frameLocator('#film').getByRole('button', { name: 'Always allow' })).toBeVisible()
})

test('a visitor who refused gets placeholders, in their language, under a strict policy', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const violations = await site.violations(page)
  const src = site.url('/frame.html', { host: 'video.test' })
  const url = site.page(`<html lang="fr"><body>${site.cdn({ nonce: 'x' })}${film(src)}`, {
    csp: "default-src 'none'; script-src 'nonce-x'; frame-src *; require-trusted-types-for 'script'; trusted-types 'none'",
  })
  await consent.remember(url, { preferences: false, statistics: false, marketing: false })
  await page.goto(url)
  await expect(page.frameLocator('#film').getByRole('button', { name: 'Afficher une fois' })).toBeVisible()
  await expect(consent.banner).toBeHidden()
  expect(violations.filter((it) => !/favicon/.test(JSON.stringify(it)))).toEqual([])
  void shop
})

for (const [name, services, choices] of [
  ['a service that is not declared', undefined, { statistics: false, marketing: true }],
  ['a service without a switch', { film: {} }, { statistics: false, marketing: true }],
  [
    'a service with a switch',
    { film: { switch: true } },
    { statistics: false, marketing: false, 'marketing.film': true },
  ],
] as const) {
  test(`"always allow" on ${name} grants what decides about it`, async ({ page, site, shop, consent }) => {
    const src = site.url('/frame.html', { host: 'video.test' })
    const categories = {
      necessary: { required: true },
      statistics: {},
      marketing: services ? { services } : {},
    }
    await page.goto(shop.url(film(src, 'data-service="film"'), { categories }))
    await pressInFrame(page, 'Always allow')
    await expect(page.locator('#film')).toHaveAttribute('src', src)
    expect((await consent.recordCookie())?.choices).toEqual(choices)
  })
}

test('tiny frames, unknown categories and frames that leave the page have none', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await shop.open(`<iframe data-category="marketing" data-src="${src}" width="1" height="1"></iframe>
    <iframe data-category="unknown" data-src="${src}" width="300" height="200"></iframe>
    <div id="box"><iframe data-category="marketing" data-src="${src}" width="300" height="200"></iframe></div>`)
  await expect.poll(() => countShown(page)).toBe(1)
  await page.evaluate(() => document.querySelector('#box iframe')?.remove())
  await expect.poll(() => countShown(page)).toBe(0)
  expect(await page.evaluate(() => document.querySelector('#box')?.childElementCount)).toBe(0)
})

test('the placeholder stays on its frame where a box scrolls, is scaled, or lays out in flex and grid', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  const frame = (id: string) => player(id, src)
  await page.goto(
    shop.url(`<h1>Shop</h1><p id="head">head</p>
      <main style="height: 320px; overflow: auto"><p style="height: 100px">text</p>${frame('scrolled')}<p style="height: 900px"></p></main>
      <div style="transform: scale(0.8); transform-origin: 0 0">${frame('scaled')}</div>
      <div style="display: flex; gap: 20px">${frame('flexed')}<i>beside</i></div>
      <div style="display: grid; grid-template-columns: 1fr 1fr">${frame('gridded')}<i>beside</i></div>`),
  )
  const apart = (id: string) =>
    page.evaluate((it) => {
      const element = document.getElementById(it) as HTMLElement
      const shown = element.nextElementSibling?.shadowRoot?.querySelector('fieldset') as HTMLElement
      const [there, here] = [element.getBoundingClientRect(), shown.getBoundingClientRect()]
      const sides = ['left', 'top', 'width', 'height'] as const
      return Math.max(...sides.map((side) => Math.abs(there[side] - here[side])))
    }, id)
  await expect(page.getByRole('group')).toHaveCount(4)
  for (const id of ['scrolled', 'scaled', 'flexed', 'gridded']) expect(await apart(id), id).toBeLessThan(1.5)

  await page.locator('main').evaluate((box) => {
    box.scrollTop = 160
  })
  await expect.poll(() => apart('scrolled')).toBeLessThan(1.5)
  // Half of it is above the box now, and covers nothing there.
  const covered = () =>
    page.locator('main').evaluate((box) => {
      const { left, top } = box.getBoundingClientRect()
      return document.elementFromPoint(left + 20, top - 5)?.shadowRoot !== null
    })
  expect(await covered()).toBe(false)
})

/** It has no document of its own: the placeholder lies beside it. */
const player = (id: string, src: string, more = 'width="300" height="200"') =>
  `<video id="${id}" title="${id}" data-category="marketing" data-src="${src}" ${more}></video>`

/** How far apart a frame and its placeholder are at most, in pixels. */
const gap = (page: Page, id: string) =>
  page.evaluate((it) => {
    const hosts = [...document.querySelectorAll('[data-surface=placeholder]')]
    const shown = hosts.map(({ shadowRoot }) => shadowRoot?.querySelector('fieldset'))
    const here = shown.find((field) => field?.ariaLabel === it)?.getBoundingClientRect()
    const there = document.getElementById(it)?.getBoundingClientRect()
    const sides = ['left', 'top', 'width', 'height'] as const
    return here && there ? Math.max(...sides.map((side) => Math.abs(there[side] - here[side]))) : Infinity
  }, id)

test('the placeholder follows a player that wraps, slides in a carousel or is moved, in both directions', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  for (const dir of ['ltr', 'rtl']) {
    await page.setViewportSize({ width: 1200, height: 900 })
    await page.goto(
      shop.url(`<script>document.documentElement.dir = '${dir}'</script><h1>Shop</h1>
        <div>${player('a', src)} ${player('b', src)} ${player('c', src)}</div>
        <div style="text-align: center">${player('centred', src)}</div>
        <div style="overflow: hidden; width: 400px"><div id="track" style="display: flex">
          <p style="flex: none; width: 400px">text</p><p style="flex: none; width: 400px">${player('slide', src)}</p></div></div>
        <div id="old">${player('moved', src)}</div><p id="new"></p>`),
    )
    await expect(page.locator('[data-surface=placeholder]')).toHaveCount(6)
    await page.setViewportSize({ width: 700, height: 900 })
    await page.evaluate(() => {
      const track = document.getElementById('track') as HTMLElement
      track.style.transform = `translateX(${document.dir === 'rtl' ? 400 : -400}px)`
      document.getElementById('new')?.append(document.getElementById('moved') as HTMLElement)
      document.getElementById('old')?.remove()
    })
    for (const id of ['a', 'b', 'c', 'centred', 'slide', 'moved']) {
      await expect.poll(() => gap(page, id), `${id}, ${dir}`).toBeLessThan(1.5)
    }
    await page.locator('#slide').scrollIntoViewIfNeeded()
    const slide = page.getByRole('group', { name: 'slide' })
    await slide.getByRole('button', { name: 'Show once' }).click({ trial: true })
  }
})

test('a player deep in a box that scrolls makes the page no longer, and can be reached by keyboard', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await page.goto(
    shop.url(`<style>body { margin: 0 }</style><main style="height: 100vh; overflow: auto">
      <h1>Shop</h1><p style="height: 3000px">text</p>${player('deep', src)}<p style="height: 900px"></p></main>`),
  )
  await expect(page.locator('[data-surface=placeholder]')).toHaveCount(1)
  const isLonger = () =>
    page.evaluate(() => document.documentElement.scrollHeight > document.documentElement.clientHeight)
  expect(await isLonger()).toBe(false)
  const once = page.getByRole('button', { name: 'Show once' })
  await once.focus()
  await expect
    .poll(() => page.evaluate(() => document.querySelector('main')?.scrollTop))
    .toBeGreaterThan(2000)
  await expect.poll(() => gap(page, 'deep')).toBeLessThan(1.5)
  await expect(once).toBeInViewport({ ratio: 1 })
  expect(await isLonger()).toBe(false)
})

test('a player that is positioned itself lies beneath its placeholder', async ({ page, site, shop }) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  const fill = 'position: absolute; inset: 0; width: 100%; height: 100%; background: #000'
  await page.goto(
    shop.url(`<h1>Shop</h1>
      <div style="position: relative; width: 560px; padding-top: 315px">${player('flat', src, `style="${fill}"`)}</div>
      <div style="position: relative; width: 560px; padding-top: 315px">${player('high', src, `style="${fill}; z-index: 3"`)}</div>`),
  )
  await expect(page.getByRole('group')).toHaveCount(2)
  for (const id of ['flat', 'high']) {
    const top = await page.locator(`#${id}`).evaluate((element) => {
      const { left, top } = element.getBoundingClientRect()
      return (document.elementFromPoint(left + 280, top + 20) as HTMLElement).dataset.surface
    })
    expect(top, id).toBe('placeholder')
  }
})

test('rules of the page that count children move nothing', async ({ page, site, shop }) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  const block = 'style="display: block" width="300" height="200"'
  const html = `<style>.first > * + *, .last > :not(:last-child) { margin-top: 40px }</style><h1>Shop</h1>
    <div class="first">${player('a', src, block)}<p>text</p></div>
    <div class="last"><p>text</p>${player('b', src, block)}</div><p id="end">end</p>`
  const place = () =>
    page.locator('#a, #b, #end').evaluateAll((all) => all.map((it) => (it as HTMLElement).offsetTop))
  await page.goto(site.page(`<title>Shop</title><body>\n${html}`, { path: '/without' }))
  const without = await place()
  await page.goto(shop.url(html))
  await expect(page.getByRole('group')).toHaveCount(2)
  expect(await place()).toEqual(without)
})

test('what has no address of its own, or one that is none, is named after the page', async ({
  page,
  shop,
}) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const size = 'width="300" height="200"'
  await page.goto(
    shop.url(`<h1>Shop</h1><iframe data-category="marketing" data-src="https://[bad" ${size}></iframe>
      <iframe data-category="marketing" data-srcdoc="<p>text" ${size}></iframe>
      <video data-category="marketing" ${size}><source data-category="marketing" data-src="http://film.test/a.mp4"></video>`),
  )
  const words = 'fieldset p'
  await expect(page.frameLocator('iframe >> nth=0').locator(words)).toHaveText(/^www\.shop\.test/)
  await expect(page.frameLocator('iframe >> nth=1').locator(words)).toHaveText(/^www\.shop\.test/)
  await expect(page.locator('[data-surface=placeholder] p')).toHaveText([/^film\.test is shown/])
  expect(errors).toEqual([])
})

test('a placeholder in another language than the page has the direction of its own', async ({
  page,
  site,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await page.goto(
    site.page(`<html lang="en" dir="ltr"><body>${site.cdn({ 'data-locale': 'ar' })}
      <iframe id="a" data-category="marketing" data-src="${src}"></iframe>${player('b', src)}`),
  )
  await expect(page.frameLocator('#a').locator('html[lang=ar]')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('[data-surface=placeholder][lang=ar]')).toHaveAttribute('dir', 'rtl')
})
