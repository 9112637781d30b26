import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'
import { streamDocument } from '../late/stream.js'

test('an XHTML document works, document.write included', async ({ page, site, consent }) => {
  const violations = await site.violations(page)
  const xml = (html: string) => html.replaceAll('&', '&amp;')
  const frame = site.url('/frame.html', { host: 'video.test' })
  await page.goto(
    site.file(
      '/x',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>x</title>${xml(site.cdn())}</head><body><h1>x</h1>
      ${held('', `${note('A')}; document.write('text')`)}${xml(held(`src="${site.tag('B')}"`))}<iframe data-category="marketing" data-src="${frame}"></iframe></body></html>`,
      { type: 'application/xhtml+xml' },
    ),
  )
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
  expect(violations).toEqual([])
})

test('quirks mode, document.domain and a base address change nothing', async ({ page, site, consent }) => {
  const violations = await site.violations(page)
  const base = site.url('/deep/', { host: 'stats.test' })
  await page.goto(
    site.page(
      `<html lang="en"><base href="${base}"><script>try { document.domain = 'shop.test' } catch {}</script>${site.cdn()}<body>${held('src="../tag.js?run=A"')}<iframe data-category="marketing" data-src="/frame.html"></iframe>`,
    ),
  )
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect.poll(() => site.requests({ host: 'stats.test', path: '/frame.html' }).length).toBe(1)
  expect(violations).toEqual([])
})

for (const head of [
  '<select id="askfirst"><option>1</option></select>',
  '<script>function askfirst() {}</script>',
  '<script>const askfirst = 1; window.askfirstQueue = {}</script>',
]) {
  test(`a page that uses our global name itself works: ${head}`, async ({ page, site }) => {
    await page.goto(site.page(`<body>${head}${site.cdn()}${held('', note('A'))}`))
    await page.locator('#askfirst[data-nosnippet]').getByRole('region').waitFor()
    await page.evaluate(() => void window.askfirst.acceptAll())
    await expect.poll(() => site.ran(page)).toEqual(['A'])
  })
}

test('a Promise that is the page’s own, late observers and a dead fetch stop nothing', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  const patches = `
    const Native = Promise
    window.Promise = class Zone {
      constructor(run) { this.inner = new Native(run) }
      then(a, b) { return new Zone((done, fail) => this.inner.then(a, b).then(done, fail)) }
      catch(b) { return this.then(undefined, b) }
      static resolve(value) { return new Zone((done) => done(value)) }
      static all(list) { return new Zone((done, fail) => Native.all(list).then(done, fail)) }
    }
    const Observer = MutationObserver
    window.MutationObserver = class extends Observer {
      constructor(tell) { super((...all) => setTimeout(() => tell(...all))) }
    }
    window.fetch = () => { throw new Error('no') }`
  await page.goto(
    site.page(
      `<script>{${patches}}</script>${site.cdn()}<body>${held(`src="${site.tag('A', { delay: 200 })}"`)}${held('', note('B'))}`,
    ),
  )
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), held('', note('C')))
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
  expect(violations).toEqual([])
})

test('in quirks mode the last lines scroll clear of the banner too', async ({ page, site, consent }) => {
  await page.goto(
    site.page(`<html lang="en"><body>${site.cdn()}${'<p>text</p>'.repeat(60)}<p id="last">last</p>`),
  )
  await consent.banner.waitFor()
  const overlap = async () => {
    const last = await page.locator('#last').boundingBox()
    const banner = await consent.banner.boundingBox()
    return (last?.y ?? 0) + (last?.height ?? 0) - (banner?.y ?? 0)
  }
  await page.evaluate(() => scrollTo(0, 1e6))
  await expect.poll(overlap).toBeLessThanOrEqual(0)
})

test('an element called currentScript does not take the place of the tag', async ({
  page,
  site,
  consent,
}) => {
  const element = '<img name="currentScript" alt="" src="https://elsewhere.test/x.gif">'
  await page.goto(site.page(`<body>${element}${site.cdn({ 'data-cookie-name': 'choice' })}`))
  await consent.accept()
  expect(await consent.recordCookie('choice')).toBeDefined()
})

test('a configuration that is still arriving is waited for', async ({ page, site, consent }) => {
  const tag = site.cdn({ 'data-config': '#options', async: true })
  const block = '<script type="application/json" id="options">{"policy": '
  const stream = await streamDocument(
    [`<!doctype html><body>${tag}${block}`, '{"version": 7}}</script><p>'],
    800,
  )
  await page.goto(stream.url)
  await consent.accept()
  expect((await consent.recordCookie())?.policy).toBe('7')
  stream.close()
})
