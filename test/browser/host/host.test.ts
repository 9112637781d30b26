import { expect, test } from '../harness/index.js'

const layout = () =>
  JSON.stringify(
    [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.tagName, x, y, width, height, getComputedStyle(element).color]
    }),
  )

/** Spacing and colours by place among siblings, as resets and card lists write them. */
const byPlace = (head: string) => `<head>${head}<style>
  body > * + * { margin-top: 32px }
  body > :nth-child(odd) { color: red }
  body > :first-child { padding-top: 10px }
  body > div:first-of-type { border-top: 3px solid }
  html > div, body > div { padding-left: 5px }
  body { display: grid; gap: 12px }
</style></head><body><header>Shop</header><div>One</div><p>Two</p><div>Three</div></body>`

test('no rule that counts children meets the host', async ({ page, site, consent }) => {
  await page.goto(site.page(byPlace(''), { path: '/without' }))
  const without = await page.evaluate(layout)
  await page.goto(site.page(byPlace(site.cdn())))
  await expect(consent.banner).toBeVisible()
  expect(await page.evaluate(layout)).toBe(without)
})

test('the first and last elements of page and body stay the page’s own', async ({ page, site, consent }) => {
  await page.goto(site.page(`<head>${site.cdn()}</head><body><main>Shop</main><footer>End</footer></body>`))
  await expect(consent.banner).toBeVisible()
  expect(
    await page.evaluate(() => [
      document.body.firstElementChild?.localName,
      document.body.lastElementChild?.localName,
      document.documentElement.firstElementChild?.localName,
      document.documentElement.lastElementChild?.localName,
      document.querySelectorAll('body #askfirst').length,
    ]),
  ).toEqual(['main', 'footer', 'head', 'body', 0])
})

test('the banner is first in tab order, and reached backwards from the page', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(`<head>${site.cdn({ 'data-policy-url': '/cookies' })}</head><body><a href="/a">A</a></body>`),
  )
  await expect(consent.banner).toBeVisible()
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document
      const inner = activeElement?.shadowRoot?.activeElement ?? activeElement
      return inner?.getAttribute('data-consent-action') ?? inner?.getAttribute('href')
    })
  const order: (string | null | undefined)[] = []
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('Tab')
    order.push(await focused())
  }
  expect(order).toEqual(['/cookies', 'accept-all', 'reject-all', 'preferences', '/a'])
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('preferences')
})

test('a body that is replaced leaves the banner as it is', async ({ page, site, consent }) => {
  await page.goto(site.page(`<head>${site.cdn()}</head><body><h1>Shop</h1></body>`))
  await consent.action('reject-all').focus()
  await page.evaluate(() => {
    Object.assign(window, { host: document.getElementById('askfirst') })
    const body = document.createElement('body')
    body.innerHTML = '<h1>Next</h1>'
    document.body.replaceWith(body)
  })
  await expect(page.getByRole('heading', { name: 'Next' })).toBeVisible()
  await expect(consent.banner).toBeVisible()
  await expect(consent.action('reject-all')).toBeFocused()
  expect(
    await page.evaluate(
      () => (window as unknown as { host: Element }).host === document.getElementById('askfirst'),
    ),
  ).toBe(true)
})

test('an app that begins with a div and hydrates the whole document finds no mismatch', async ({
  page,
  site,
  consent,
}) => {
  const src = site.url('/askfirst@1/dist/cdn/askfirst.js', { host: 'cdn.test' })
  const script = await site.bundle(`
    import { createElement as h } from 'react'
    import { hydrateRoot } from 'react-dom/client'
    window.errors = []
    const App = () => h('html', { lang: 'en', suppressHydrationWarning: true },
      h('head', null, h('title', null, 'Shop'), h('script', { src: ${JSON.stringify(src)} })),
      h('body', null, h('div', { id: 'first', className: 'shell' }, h('p', null, 'Shop'))))
    const wait = setInterval(() => {
      if (!document.getElementById('askfirst')) return
      clearInterval(wait)
      hydrateRoot(document, h(App), { onRecoverableError: (error) => window.errors.push(error.message) })
      window.hydrated = true
    }, 10)`)
  await page.goto(
    site.page((request) =>
      request.query.has('x')
        ? ''
        : `<!doctype html><html lang="en"><head><title>Shop</title><script src="${src}"></script></head><body><div id="first" class="shell"><p>Shop</p></div>${script}</body></html>`,
    ),
  )
  await page.waitForFunction(() => 'hydrated' in window)
  await page.waitForFunction(() => {
    const first = document.getElementById('first')
    return first && Object.keys(first).some((key) => key.startsWith('__react'))
  })
  expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([])
  await expect(consent.banner).toBeVisible()
  await expect(page.locator('#askfirst')).toHaveCount(1)
})
