import { expect, test } from '../harness/index.js'

const npm = `
  import { createConsent } from 'askfirst'
  createConsent({ view: () => import('askfirst/view') }).start()`

for (const way of ['CDN file', 'npm package'] as const) {
  test.describe(`with the ${way}`, () => {
    test('nothing is fetched, run or stored before the visitor agrees', { tag: '@smoke' }, async ({
      page,
      site,
      consent,
    }) => {
      const script = way === 'CDN file' ? site.cdn() : await site.bundle(npm)
      const violations = await site.violations(page)
      await page.goto(
        site.page(`${script}<title>Shop</title><h1>Shop</h1>
          <script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>
          <script type="text/plain" data-category="statistics">(window.ran ||= []).push('B')</script>
          <script type="text/plain" data-category="marketing" src="${site.tag('C', {}, { host: 'ads.test' })}"></script>`),
      )

      await expect(consent.banner).toBeVisible()
      await expect(consent.banner).toHaveAccessibleName(/\w/)
      expect(site.requests({ path: '/tag.js' })).toHaveLength(0)
      expect(await site.ran(page)).toEqual([])
      expect(await consent.cookieNames()).toEqual([])

      await consent.accept()
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
      await expect(consent.banner).toBeHidden()
      expect(site.requests({ path: '/tag.js' })).toHaveLength(2)
      expect((await consent.recordCookie())?.choices).toEqual({
        preferences: true,
        statistics: true,
        marketing: true,
      })
      expect(violations).toEqual([])
    })

    test('a refusal is kept and nothing runs, on the next page either', async ({ page, site, consent }) => {
      const script = way === 'CDN file' ? site.cdn() : await site.bundle(npm)
      const url = site.page(`${script}<h1>Shop</h1>
        <script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>
        <script type="text/plain" data-category="necessary">(window.ran ||= []).push('needed')</script>`)
      await page.goto(url)

      await consent.reject()
      await expect(consent.banner).toBeHidden()
      const record = await consent.recordCookie()
      expect(record?.source).toBe('banner')
      expect(record?.choices).toMatchObject({ statistics: false, marketing: false })

      await page.goto(url)
      await expect.poll(() => site.ran(page)).toEqual(['needed'])
      await expect(consent.banner).toBeHidden()
      expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
    })

    test('a visitor who has answered before is not asked again', async ({ page, site, consent }) => {
      const script = way === 'CDN file' ? site.cdn() : await site.bundle(npm)
      const url = site.page(`${script}<h1>Shop</h1>
        <script type="text/plain" data-category="marketing" src="${site.tag('A')}"></script>
        <script type="text/plain" data-category="statistics" src="${site.tag('B')}"></script>`)
      await consent.remember(url, { preferences: false, statistics: true, marketing: false })
      await page.goto(url)
      await expect.poll(() => site.ran(page)).toEqual(['B'])
      await expect(consent.host).toHaveCount(0)
    })

    test('the preferences save what the switches say', { tag: '@smoke' }, async ({ page, site, consent }) => {
      const script = way === 'CDN file' ? site.cdn() : await site.bundle(npm)
      await page.goto(
        site.page(`${script}<h1>Shop</h1>
          <script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>
          <script type="text/plain" data-category="marketing" src="${site.tag('B')}"></script>`),
      )

      await consent.preferences()
      await expect(consent.switch(/necessary/i)).toBeDisabled()
      await consent.switch(/statistics/i).click()
      await consent.save()

      await expect(consent.dialog).toBeHidden()
      await expect.poll(() => site.ran(page)).toEqual(['A'])
      const record = await consent.recordCookie()
      expect(record?.source).toBe('preferences')
      expect(record?.choices).toMatchObject({ statistics: true, marketing: false })
    })
  })
}

test('a site where everything is required asks nothing, and shows what it has on request', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(
    site.page(
      `${site.cdn({ 'data-categories': 'necessary!' })}<h1>Shop</h1><button data-consent-action="preferences">Cookies</button>`,
    ),
  )
  await page.waitForTimeout(500)
  await expect(consent.banner).toHaveCount(0)
  await page.getByText('Cookies', { exact: true }).click()
  await expect(consent.switch('Necessary')).toBeDisabled()
})
