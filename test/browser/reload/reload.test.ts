import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'

const tag = `<script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>
  <script type="text/plain" data-category="marketing">(window.ran ||= []).push('B')</script>`
/** Does something that makes the page load again. */
async function reloading(page: Page, act: () => unknown): Promise<void> {
  const loaded = page.waitForEvent('load')
  await act()
  await loaded
}

const form = `<form method="post" action="/order"><input name="text" aria-label="Text"><button>Order</button></form>`

test('withdrawing on the answer to a form asks for the page with GET and never sends the form again', async ({
  page,
  site,
  consent,
}) => {
  const html = `${site.cdn()}<title>Shop</title>${tag}${form}`
  const start = site.page(html, { path: '/start' })
  site.page(html, { path: '/order' })
  await consent.remember(start, { preferences: true, statistics: true, marketing: true })
  await page.goto(start)
  await reloading(page, () => page.getByRole('button', { name: 'Order' }).click({ noWaitAfter: true }))
  await expect(page).toHaveURL(/order$/)
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])

  await reloading(page, () => page.evaluate(() => void window.askfirst.withdraw('statistics')))
  await expect.poll(() => site.ran(page)).toEqual(['B'])
  const asked = site.requests({ path: '/order' }).map(({ method }) => method)
  expect(asked).toEqual(['POST', 'GET'])
})

test('a page with a fragment is really left, and keeps one entry of history', async ({
  page,
  site,
  consent,
}) => {
  const url = site.page(`${site.cdn()}<title>Shop</title>${tag}<h1 id="a">A</h1>`)
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(`${url}#a`)
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  const before = await page.evaluate(() => history.length)
  await reloading(page, () => page.evaluate(() => void window.askfirst.withdraw('marketing')))
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(await page.evaluate(() => history.length)).toBe(before)
  expect(site.requests({ path: '/' })).toHaveLength(2)
})

test('a router that answers every navigation inside the page does not keep the code alive', async ({
  page,
  site,
  consent,
}) => {
  const url = site.page(`<script>
      globalThis.navigation?.addEventListener('navigate', (event) => event.canIntercept && event.intercept({ async handler() {} }))
    </script>${site.cdn()}<title>Shop</title>${tag}`)
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await reloading(page, () => page.evaluate(() => void window.askfirst.withdraw()))
  await expect.poll(() => site.requests({ path: '/' }).length).toBe(2)
})

test('only code of the withdrawn names is a reason to reload', async ({ page, site, consent }) => {
  const url = site.page(`${site.cdn()}<title>Shop</title>
    <script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>`)
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await page.evaluate(() => {
    Object.assign(window, { here: true })
    window.askfirst.withdraw('marketing')
  })
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => 'here' in window)).toBe(true)
  expect(site.requests({ path: '/' })).toHaveLength(1)
})

test('with an entry on the page the reload waits for the visitor', async ({ page, site, consent }) => {
  const url = site.page(`${site.cdn()}<title>Shop</title>${tag}${form}`)
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await page.evaluate(() => {
    window.askfirst.on('reload', ({ removed, ran, isDirty }) =>
      Object.assign(window, { told: JSON.stringify({ removed, ran, isDirty }) }),
    )
  })
  await page.getByLabel('Text').pressSequentially('Hello')
  await page.evaluate(() => void window.askfirst.withdraw('statistics'))

  const now = consent.host.getByRole('button', { name: 'Reload now' })
  await expect(now).toBeVisible()
  expect(site.requests({ path: '/' })).toHaveLength(1)
  await expect(page.getByLabel('Text')).toHaveValue('Hello')
  expect(await page.evaluate(() => (window as { told?: string }).told)).toBe(
    '{"removed":["statistics"],"ran":["statistics"],"isDirty":true}',
  )
  await reloading(page, () => now.click({ noWaitAfter: true }))
  await expect.poll(() => site.ran(page)).toEqual(['B'])
  expect(site.requests({ path: '/' }).map(({ method }) => method)).toEqual(['GET', 'GET'])
})

test('the note goes when what is meant is granted again, and with "Later"', async ({
  page,
  site,
  consent,
}) => {
  const url = site.page(`${site.cdn()}<title>Shop</title>${tag}${form}`)
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await page.getByLabel('Text').pressSequentially('Hello')
  await page.evaluate(() => void window.askfirst.withdraw('statistics'))
  const now = consent.host.getByRole('button', { name: 'Reload now' })
  await expect(now).toBeVisible()
  await consent.host.getByRole('button', { name: 'Later' }).click()
  await expect(now).toBeHidden()
  expect(site.requests({ path: '/' })).toHaveLength(1)
})

test('a form that was emptied, or switches of the preferences, keep nothing waiting', async ({
  page,
  site,
  consent,
}) => {
  const url = site.page(
    `${site.cdn()}<title>Shop</title>${tag}${form}<button data-consent-action="preferences">Cookies</button>`,
  )
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await page.getByLabel('Text').pressSequentially('Hello')
  await page.evaluate(() => document.querySelector('form')?.reset())
  await page.getByRole('button', { name: 'Cookies' }).click()
  await consent.switch(/statistics/i).click()
  await reloading(page, () => consent.save())
  await expect.poll(() => site.ran(page)).toEqual(['B'])
})
