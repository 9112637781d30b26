import { collectEvents } from '../harness/events.js'
import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

const start = `
  import { createConsent } from 'askfirst'
  window.consent = createConsent({ view: () => import('askfirst/view') })
  window.consent.start()`

const react = `
  import { createElement as h, StrictMode, useEffect, useState } from 'react'
  import { createRoot, hydrateRoot } from 'react-dom/client'`

test('an app that hydrates the whole document after the banner is shown finds no mismatch', async ({
  page,
  site,
  consent,
}) => {
  const violations = await site.violations(page)
  const script = await site.bundle(`${react}${start}
    function App({ script }) {
      const [count, setCount] = useState(0)
      return h('html', { lang: 'en' },
        h('head', null, h('title', null, 'Shop')),
        h('body', null,
          h('main', null, h('button', { onClick: () => setCount(count + 1) }, 'Count ', String(count))),
          h('script', { type: 'module', src: script, suppressHydrationWarning: true })))
    }
    window.hydrate = () => hydrateRoot(document, h(App, { script: document.querySelector('script[src]').getAttribute('src') }),
      { onRecoverableError: (error) => console.error(error.message) })`)
  await page.goto(
    site.page(
      `<!doctype html><html lang="en"><head><title>Shop</title></head><body><main><button>Count <!-- -->0</button></main>${script}</body></html>`,
    ),
  )
  await consent.banner.waitFor()
  await page.evaluate(() => void (window as unknown as { hydrate(): void }).hydrate())
  const count = page.getByRole('button', { name: /Count/ })
  await expect(async () => {
    await count.click()
    await expect(count).toHaveText(/Count [1-9]/, { timeout: 200 })
  }).toPass()
  expect(violations).toEqual([])
  await expect(consent.banner).toBeVisible()
  await expect(page.locator('#askfirst')).toHaveCount(1)
  await consent.accept()
  await expect(consent.banner).toBeHidden()
})

test('effects that run twice, with start and destroy in them, make one banner and one run', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(
    `${react}
    import { createConsent } from 'askfirst'
    const consent = window.consent = createConsent({ view: () => import('askfirst/view') })
    function App() {
      useEffect(() => { window.effects = (window.effects ?? 0) + 1; consent.start(); return () => consent.destroy() }, [])
      return h('main', null, 'Shop')
    }
    createRoot(document.getElementById('root')).render(h(StrictMode, null, h(App)))`,
    { condition: 'development' },
  )
  await page.goto(site.page(`<div id="root"></div>${held('', note('A'))}${script}`))
  await consent.banner.waitFor()
  await expect(page.locator('#askfirst')).toHaveCount(1)
  expect(await page.evaluate(() => (window as unknown as { effects: number }).effects)).toBe(2)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
})

test('scripts that components render run once, whatever is patched afterwards', async ({
  page,
  site,
  consent,
}) => {
  const script = await site.bundle(`${react}${start}
    const tag = { type: 'text/plain', 'data-category': 'statistics' }
    function App() {
      const [patched, setPatched] = useState(0)
      window.patch = setPatched
      const attributes = patched === 1 ? { 'data-category': 'statistics' } : tag
      return h('main', { 'data-patched': patched },
        h('script', { ...attributes, dangerouslySetInnerHTML: { __html: "ran.push('own')" } }),
        h('div', { dangerouslySetInnerHTML: { __html: '<script type="text/plain" data-category="statistics">ran.push("html")</scr' + 'ipt>' } }),
        patched > 2 && h('script', { ...tag, dangerouslySetInnerHTML: { __html: "ran.push('late')" } }))
    }
    window.ran = []
    addEventListener('load', () => createRoot(document.getElementById('root')).render(h(App)))`)
  await page.goto(site.page(`<div id="root"></div>${script}`))
  await consent.banner.waitFor()
  await expect(page.locator('main')).toBeAttached()
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['own', 'html'])
  for (const state of [1, 2, 1, 3]) {
    await page.evaluate((it) => (window as unknown as { patch(to: number): void }).patch(it), state)
    await expect(page.locator('main')).toHaveAttribute('data-patched', `${state}`)
  }
  await expect.poll(() => site.ran(page)).toEqual(['own', 'html', 'late'])
  await page.waitForTimeout(300)
  expect(await site.ran(page)).toEqual(['own', 'html', 'late'])
})

test('a released frame that is rendered with another address stays released and loads it', async ({
  page,
  site,
  consent,
}) => {
  const frame = (run: string) => site.url('/frame.html', { host: 'video.test', query: { run } })
  const script = await site.bundle(`${react}${start}
    function App() {
      const [state, setState] = useState({ src: '${frame('one')}', title: 'one' })
      window.patch = setState
      return h('iframe', { 'data-category': 'marketing', 'data-src': state.src, title: state.title, width: 400, height: 300 })
    }
    createRoot(document.getElementById('root')).render(h(App))`)
  await page.goto(site.page(`<div id="root"></div>${script}`))
  await consent.banner.waitFor()
  expect(site.requests({ host: 'video.test' })).toHaveLength(0)
  await consent.accept()
  const frames = () => site.requests({ host: 'video.test' }).map(({ query }) => query.get('run'))
  await expect.poll(frames).toEqual(['one'])
  const patch = (state: object) =>
    page.evaluate((it) => (window as unknown as { patch(to: object): void }).patch(it), state)
  await patch({ src: frame('one'), title: 'renamed' })
  await expect(page.locator('iframe')).toHaveAttribute('title', 'renamed')
  await patch({ src: frame('two'), title: 'two' })
  await expect(page.locator('iframe')).toHaveAttribute('src', frame('two'))
  await expect.poll(frames).toEqual(['one', 'two'])
})

test('a module that is replaced five times makes one banner, keeps the choice and leaks no observer', async ({
  page,
  site,
  consent,
}) => {
  const events = await collectEvents(page)
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    window.evaluate = () => {
      window.consent?.destroy()
      window.consent = createConsent({ view: () => import('askfirst/view') })
      window.consent.start()
    }`)
  await page.goto(
    site.page(`<script>
      window.live = { observers: 0, listeners: 0 }
      const observing = new Set()
      const { observe, disconnect } = MutationObserver.prototype
      MutationObserver.prototype.observe = function (...given) { observing.add(this); live.observers = observing.size; observe.apply(this, given) }
      MutationObserver.prototype.disconnect = function () { observing.delete(this); live.observers = observing.size; disconnect.call(this) }
      const known = new Map()
      for (const target of [window, document]) for (const method of ['addEventListener', 'removeEventListener']) {
        target[method] = function (type, listener, options) {
          const key = type + !!(typeof options === 'object' ? options?.capture : options)
          const set = known.get(key) ?? known.set(key, new Set()).get(key)
          if (!options?.once) set[method === 'addEventListener' ? 'add' : 'delete'](listener)
          const count = () => { live.listeners = [...known.values()].reduce((sum, { size }) => sum + size, 0) }
          count()
          options?.signal?.addEventListener('abort', () => { set.delete(listener); count() })
          return EventTarget.prototype[method].call(this, type, listener, options)
        }
      }
    </script><h1>Shop</h1>${held('', note('A'))}${script}`),
  )
  type Live = { evaluate(): void; live: { observers: number; listeners: number } }
  const live = () => page.evaluate(() => ({ ...(window as unknown as Live).live }))
  const evaluate = () => page.evaluate(() => (window as unknown as Live).evaluate())
  // The driver looks at the page from inside it in Firefox, and leaves listeners there.
  await page.getByRole('heading').waitFor()
  const base = await live()
  await evaluate()
  await consent.banner.waitFor()
  const first = await live()
  expect(first.observers).toBeGreaterThan(base.observers)
  expect(first.listeners).toBeGreaterThan(base.listeners)
  for (let time = 0; time < 4; time++) await evaluate()
  await consent.banner.waitFor()
  await expect.poll(live).toEqual(first)
  await expect(page.locator('#askfirst')).toHaveCount(1)
  // By code: a click of the driver would add to them.
  await page.evaluate(() => void window.consent.acceptAll())
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await evaluate()
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => window.consent.isGranted('statistics'))).toBe(true)
  expect(await site.ran(page)).toEqual(['A'])
  await expect(page.locator('#askfirst')).toHaveCount(0)
  await page.evaluate(() => window.consent.destroy())
  await expect.poll(live).toEqual(base)
  expect(await events('error')).toEqual([])
})
