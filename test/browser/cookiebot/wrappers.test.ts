import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { cbid, listeners } from './fixture.js'

const vendor = 'https://consent.cookiebot.com/'
const folder = new URL('../../../dist/cdn/', import.meta.url)

/** The vendor's address, which the package has in its code, answers with our file, and our parts lie beside it. */
async function takeTheirPlace(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route(`${vendor}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1)
    asked.push(path)
    const file = path === 'uc.js' ? 'cookiebot.js' : path
    const body = await readFile(new URL(file, folder), 'utf8').catch(() => undefined)
    const headers = { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' }
    await route.fulfill(body === undefined ? { status: 404, headers } : { body, headers })
  })
  return asked
}

test('react-cookiebot puts our file into the page, and renders again without a second banner', async ({
  page,
  site,
  consent,
}) => {
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  const asked = await takeTheirPlace(page)
  const script = await site.bundle(`
    import { createElement as h, useState } from 'react'
    import { createRoot } from 'react-dom/client'
    import CookieBot from 'react-cookiebot'
    function App() {
      const [count, setCount] = useState(0)
      return h('main', null, h('button', { onClick: () => setCount(count + 1) }, 'Count ', String(count)),
        h(CookieBot, { domainGroupId: '${cbid}', language: 'da' }))
    }
    createRoot(document.getElementById('app')).render(h(App))`)
  await page.goto(
    site.page(`<!doctype html><html lang="da"><head><title>Shop</title><script>${listeners}</script></head>
      <body><div id="app"></div>
        <script type="text/plain" data-cookieconsent="statistics" src="${site.tag('statistics')}"></script>${script}</body></html>`),
  )
  await expect(consent.banner).toBeVisible()
  await expect(consent.banner).toHaveAttribute('data-ready')
  await expect(consent.action('accept-all')).toHaveText('Accepter alle')
  expect(await page.evaluate(() => window.polls)).toEqual(['functionstring'])
  await page.getByRole('button', { name: 'Count 0' }).click()
  await expect(page.getByRole('button', { name: 'Count 1' })).toBeVisible()
  await expect(page.locator('script#CookieBot')).toHaveCount(2)
  await expect(consent.banner).toHaveCount(1)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['statistics'])
  const choice = await page.evaluate(() => ({ ...window.Cookiebot.consent }))
  expect(choice).toMatchObject({ statistics: true, marketing: true, method: 'explicit' })
  expect(asked.filter((path) => path === 'uc.js').length).toBeGreaterThan(0)
  expect(errors).toEqual([])
})
