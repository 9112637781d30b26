import { expect, test } from '../harness/index.js'

test('scrolling, Escape, clicks elsewhere, links and waiting are no consent', async ({
  page,
  site,
  consent,
}) => {
  const html = `${site.cdn()}<body style="height:4000px"><h1>Shop</h1><p>Nothing to see</p><a href="/next">Next</a>
    <script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>
    <script type="text/plain" data-category="statistics marketing">(window.ran ||= []).push('B')</script>
    <iframe data-category="marketing" data-src="${site.url('/frame.html', { host: 'video.test' })}"></iframe>
    <img alt="" data-category="marketing" data-src="${site.url('/pixel.gif', { host: 'ads.test' })}">`
  const first = site.page(html)
  site.page(html, { path: '/next' })
  await page.goto(first)
  await expect(consent.banner).toBeVisible()

  await page.mouse.wheel(0, 1500)
  await page.keyboard.press('End')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.getByText('Nothing to see').click()
  await page.waitForTimeout(5000)
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/next$/)

  await expect(consent.banner).toBeVisible()
  expect(await site.ran(page)).toEqual([])
  const hosts = new Set(site.requests().map(({ host }) => host))
  expect([...hosts].sort()).toEqual(['cdn.test', 'www.shop.test'])
  expect(site.requests().filter(({ headers }) => headers.cookie)).toEqual([])
  expect(await consent.cookieNames()).toEqual([])
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length])
  expect(kept).toEqual([0, 0])
})

test('opening and leaving the preferences stores nothing', async ({ page, site, consent }) => {
  await page.goto(site.page(`${site.cdn()}<h1>Shop</h1>`))
  const dialog = await consent.preferences()
  await consent.switch(/statistics/i).click()
  await page.keyboard.press('Escape')

  await expect(dialog).toBeHidden()
  await expect(consent.banner).toBeVisible()
  expect(await consent.cookieNames()).toEqual([])
  await consent.preferences()
  await expect(consent.switch(/statistics/i)).not.toBeChecked()
})
