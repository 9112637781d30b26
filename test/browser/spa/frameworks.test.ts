import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const react = (props: object) => `
  import { createElement as h, useState } from 'react'
  import { createRoot } from 'react-dom/client'
  function App() {
    const [shown, show] = useState(true)
    window.hide = () => show(false)
    return h('div', null, shown && h('script', ${JSON.stringify({ type: 'text/plain', 'data-category': 'statistics', ...props })}), h('h1', null, String(shown)))
  }
  createRoot(document.getElementById('app')).render(h(App))`

for (const when of ['after it has run', 'after it was taken back in flight']) {
  test(`React can take a held script away ${when}`, async ({ page, site }) => {
    const violations = await site.violations(page)
    const src = site.tag('A', { delay: 400 })
    await page.goto(site.page(`${site.cdn()}<body><div id="app"></div>${await site.bundle(react({ src }))}`))
    await expect(page.locator('h1')).toHaveText('true')
    await page.evaluate(() => void window.askfirst.acceptAll())
    await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(1)
    if (when === 'after it has run') await expect.poll(() => site.ran(page)).toEqual(['A'])
    else await page.evaluate(() => void window.askfirst.rejectAll())
    await page.evaluate(() => (window as unknown as { hide(): void }).hide())
    await expect(page.locator('h1')).toHaveText('false')
    expect(violations).toEqual([])
  })
}

test('scripts in a Turbo frame run once', async ({ page, site, consent }) => {
  const turbo = await site.bundle("import '@hotwired/turbo'")
  site.page(
    `<turbo-frame id="part"><p id="new">new</p>${held('', note('A'))}${held(`src="${site.tag('B')}"`)}</turbo-frame>`,
    { path: '/part' },
  )
  await page.goto(
    site.page(
      `${site.cdn()}${turbo}<body><turbo-frame id="part"><a href="/part">more</a></turbo-frame>${held('', note('first'))}`,
    ),
  )
  await consent.accept()
  await page.getByRole('link', { name: 'more' }).click()
  await expect(page.locator('#new')).toBeVisible()
  await page.waitForTimeout(600)
  expect(await site.ran(page)).toEqual(['first', 'A', 'B'])
})

test('a Turbo snapshot taken before a withdrawal comes back blank', async ({ page, site, consent }) => {
  const turbo = await site.bundle("import '@hotwired/turbo'")
  const head = `<html lang="en"><head><title>Shop</title>${site.cdn()}${turbo}</head>`
  const frame = site.url('/frame.html', { host: 'video.test' })
  site.page(`${head}<body><h1>two</h1></body>`, { path: '/two' })
  await page.goto(
    site.page(
      `${head}<body><h1>one</h1><a href="/two">on</a><iframe data-category="marketing" data-src="${frame}"></iframe><template data-category="marketing"><img alt="" src="/pixel.gif"></template></body>`,
    ),
  )
  await consent.accept()
  await expect(page.locator('img')).toHaveCount(1)
  await page.getByRole('link', { name: 'on' }).click()
  await expect(page.locator('h1')).toHaveText('two')
  await page.evaluate(() => void window.askfirst.withdraw())
  await page.evaluate(() => history.back())
  await expect(page.locator('h1')).toHaveText('one')
  await expect(page.locator('iframe')).not.toHaveAttribute('src')
  await expect(page.locator('img')).toHaveCount(0)
})

test("a page's own element of our id stays", async ({ page, site }) => {
  await page.goto(site.page(`<body><div id="askfirst"><p id="mine">mine</p></div>${site.cdn()}`))
  await page.locator('[data-nosnippet]').getByRole('region').waitFor()
  await expect(page.locator('#mine')).toHaveCount(1)
})

test('a decision, destroy and start in one task show the templates', async ({ page, shop }) => {
  await shop.open('<template data-category="statistics"><p id="in">in</p></template>')
  await page.evaluate(() => {
    window.askfirst.acceptAll()
    window.askfirst.destroy()
    window.askfirst.start()
  })
  await page.waitForTimeout(400)
  await expect(page.locator('#in')).toBeVisible()
})

test('destroy leaves no hints of queued files in the head', async ({ page, site, shop }) => {
  await shop.open(held(`src="${site.tag('A', { delay: 300 })}"`) + held(`src="${site.tag('B')}"`))
  await shop.save({ statistics: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(2)
  await page.evaluate(() => window.askfirst.destroy())
  await expect(page.locator('link[rel=preload][href*="run="]')).toHaveCount(0)
})
