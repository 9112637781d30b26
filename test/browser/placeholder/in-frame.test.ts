import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'
import { countShown, pressInFrame } from './in-frames.js'

const frame = (src: string, more = '') =>
  `<iframe id="film" data-category="marketing" data-src="${src}" width="560" height="315" ${more}></iframe>`

for (const csp of [
  "default-src 'none'; script-src 'nonce-x'; require-trusted-types-for 'script'; trusted-types 'none'",
  "script-src 'nonce-x' 'strict-dynamic'; style-src 'self'; frame-src 'none'",
  "default-src 'self'; script-src http://cdn.test:* 'nonce-x'; style-src 'nonce-y'; frame-src http://video.test:*",
]) {
  test(`it is drawn in the frame, with its style, under ${csp}`, async ({ page, site }) => {
    const violations = await site.violations(page)
    const src = site.url('/frame.html', { host: 'video.test' })
    await page.goto(site.page(`<body>${site.cdn({ nonce: 'x' })}<div id="box">${frame(src)}</div>`, { csp }))
    const group = page.frameLocator('#film').getByRole('group')
    await expect(group).toBeVisible()
    expect(await group.evaluate((it) => getComputedStyle(it).display)).toBe('grid')
    expect(await page.evaluate(() => document.querySelector('#box')?.childNodes.length)).toBe(1)
    expect(violations.filter((it) => !/favicon/.test(JSON.stringify(it)))).toEqual([])
  })
}

test('release leaves no step in the history, asks once, and keeps name, allow, loading and load events as they are', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  const more = 'name="player" allow="autoplay; fullscreen" loading="lazy"'
  const open = async (html: string) => {
    await page.goto(
      shop.url(`<script>document.addEventListener('load', ({ target }) => {
      if (target.localName === 'iframe') (window.loads ||= []).push(1) }, true)</script>${html}`),
    )
  }
  const loads = () => page.evaluate(() => ((Reflect.get(window, 'loads') ?? []) as number[]).length)
  await open(frame('').replace('data-category', 'data-x').replace('data-src', 'data-y'))
  await page.waitForTimeout(300)
  const without = await loads()

  await open(frame(src, more))
  await expect(page.frameLocator('#film').getByRole('button', { name: 'Show once' })).toBeVisible()
  expect(await loads()).toBe(without)
  const steps = await page.evaluate(() => history.length)
  await pressInFrame(page, 'Show once')
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
  await expect.poll(loads).toBe(without + 1)
  expect(await page.evaluate(() => history.length)).toBe(steps)
  const [attributes] = await page
    .locator('#film')
    .evaluateAll((all) =>
      all.map((it) => ['name', 'allow', 'loading', 'style', 'inert'].map((name) => it.getAttribute(name))),
    )
  expect(attributes).toEqual(['player', 'autoplay; fullscreen', 'lazy', null, null])
})

test('a link, a card and the keyboard shortcuts of the page get nothing that is meant for it', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  const video = `<video data-category="marketing" data-src="${src}?2" width="400" height="200"></video>`
  await page.goto(
    shop.url(`<script>
      window.heard = []
      for (const type of ['click', 'pointerdown', 'mousedown']) document.addEventListener(type, (event) => {
        if (event.target.closest('#card')) heard.push(type) })
      document.addEventListener('keydown', (event) => { if (event.key === ' ') event.preventDefault() })</script>
      <a id="card" href="/elsewhere"><div>${frame(src)}</div>${video}</a>`),
  )
  const before = page.url()
  await page.frameLocator('#film').locator('[data-ready]').waitFor()
  await page.frameLocator('#film').getByRole('button', { name: 'Show once' }).focus()
  await page.keyboard.press(' ')
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
  const beside = page.locator('[data-ready]').getByRole('button', { name: 'Show once' })
  await beside.click()
  await expect(page.locator('video')).toHaveAttribute('src', `${src}?2`)
  expect(page.url()).toBe(before)
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([])
})

test('copies of a carousel, a moved frame and a replaced body have a placeholder that works', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  const video = `<video data-category="marketing" data-src="${src}" width="300" height="200"></video>`
  await page.goto(
    shop.url(`<div id="track"><div id="slide">${frame(src)}${video}</div></div><p id="other"></p>`),
  )
  await expect.poll(() => countShown(page)).toBe(2)
  await page.evaluate(() => {
    const copy = document.querySelector('#slide')?.cloneNode(true) as HTMLElement
    copy.id = 'copy'
    document.querySelector('#track')?.append(copy)
  })
  await expect.poll(() => countShown(page)).toBe(4)
  expect(await page.locator('[data-surface=placeholder]').count()).toBe(2)
  expect(await page.locator('[inert]').count()).toBe(0)
  await pressInFrame(page, 'Show once', '#copy iframe')
  await expect(page.locator('#copy iframe')).toHaveAttribute('src', src)
  await expect(page.locator('#slide iframe')).not.toHaveAttribute('src', src)
  await expect.poll(() => countShown(page)).toBe(3)

  await page.evaluate(() =>
    document.querySelector('#other')?.append(document.querySelector('#slide') as Element),
  )
  await expect.poll(() => countShown(page)).toBe(3)
  await page.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)))
  // "Show once" was for the frame that has gone.
  await expect.poll(() => countShown(page)).toBe(4)
  await pressInFrame(page, 'Always allow', '#slide iframe')
  await expect.poll(() => countShown(page)).toBe(0)
})

test('colours of the page reach into the frame, and follow a page that turns dark', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await page.goto(
    shop.url(`<style>:root { --askfirst-background: rgb(250, 240, 230); --askfirst-text: rgb(1, 2, 3) }
      .dark { --askfirst-background: rgb(10, 20, 30) }</style>${frame(src)}`),
  )
  const group = page.frameLocator('#film').getByRole('group')
  await expect(group).toHaveCSS('background-color', 'rgb(250, 240, 230)')
  await expect(group).toHaveCSS('color', 'rgb(1, 2, 3)')
  await page.evaluate(() => document.body.classList.add('dark'))
  await expect(group).toHaveCSS('background-color', 'rgb(10, 20, 30)')
})

test('another language reaches it without taking the focus away; readers hear which frame it is', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await page.goto(shop.url(`<button id="before">before</button>${frame(src)}`))
  const inside = page.frameLocator('#film')
  await expect(inside.getByRole('group', { name: 'video.test' })).toBeVisible()
  expect(await inside.locator('html').evaluate((it) => it.ownerDocument.title)).toContain('video.test')
  await page.locator('#before').focus()
  await page.keyboard.press('Tab')
  await expect(inside.getByRole('button', { name: 'Show once' })).toBeFocused()
  await page.evaluate(() => window.askfirst.setLocale('fr'))
  await expect(inside.getByRole('button', { name: 'Afficher une fois' })).toBeFocused()
  await expect(inside.locator('html')).toHaveAttribute('lang', 'fr')
})

test('rules that count children, of grids and of sliders, count what the page put there', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  const cell = (n: number) => (n === 2 ? frame(src) : `<p style="height: 100px; margin: 0">${n}</p>`)
  await page.goto(
    shop.url(`<style>#grid > :nth-child(odd) { color: rgb(255, 0, 0) } #grid > :last-child { color: rgb(0, 0, 255) }</style>
      <div id="grid">${[1, 2, 3, 4].map(cell).join('')}</div>`),
  )
  await expect.poll(() => countShown(page)).toBe(1)
  const colours = await page
    .locator('#grid > p')
    .evaluateAll((all) => all.map((it) => getComputedStyle(it).color))
  expect(colours).toEqual(['rgb(255, 0, 0)', 'rgb(255, 0, 0)', 'rgb(0, 0, 255)'])
})

test('frames with a document of their own, or none that can be reached, have it beside them', async ({
  page,
  site,
  shop,
}) => {
  const src = site.url('/frame.html', { host: 'video.test', query: { n: '1' } })
  const size = 'width="300" height="200" data-category="marketing"'
  await page.goto(
    shop.url(`<iframe id="still" srcdoc="<p>still picture</p>" data-src="${src}" ${size}></iframe>
      <iframe id="boxed" sandbox="allow-scripts" data-src="${src}" ${size}></iframe>
      <iframe id="mute" sandbox="allow-same-origin" data-src="${src}" ${size}></iframe>
      <object id="object" data-data="${src}" ${size}></object>`),
  )
  const beside = page.locator('[data-surface=placeholder][lang]')
  await expect(beside).toHaveCount(4)
  await expect(page.frameLocator('#still').getByText('still picture')).toBeVisible()
  const ready = page.locator('[data-surface=placeholder][data-ready]')
  await expect(ready).toHaveCount(4)
  await ready.nth(1).getByRole('button', { name: 'Show once' }).click()
  await expect(page.locator('#boxed')).toHaveAttribute('src', src)
  await expect(beside).toHaveCount(3)
})

test('destroy leaves the frame blank', async ({ page, site, shop }) => {
  const src = site.url('/frame.html', { host: 'video.test' })
  await page.goto(shop.url(frame(src)))
  await expect.poll(() => countShown(page)).toBe(1)
  await page.evaluate(() => window.askfirst.destroy())
  const inner = page.frameLocator('#film').locator('html')
  await expect
    .poll(() => inner.evaluate((it) => it.outerHTML))
    .toBe('<html><head></head><body></body></html>')
  expect(await inner.evaluate((it) => it.ownerDocument.adoptedStyleSheets.length)).toBe(0)
})
