import { held, note } from '../harness/held.js'
import { expect, test } from '../harness/index.js'

/** A/B tools and interstitials write the page anew when it has loaded: every listener goes, the document stays. */
const rewrite = (html: string) => {
  document.open()
  document.write(`<!doctype html>${html}`)
  document.close()
}

for (const isWithTag of [true, false])
  test(`a page that is written anew, ${isWithTag ? 'our tag included' : 'without our tag'}, asks and gates as before`, async ({
    page,
    site,
    consent,
  }) => {
    const tag = site.cdn()
    await page.goto(site.page(`<head>${tag}</head><body><h1>One</h1>${held('', note('one'))}</body>`))
    await page.locator('#askfirst [data-ready]').waitFor()
    await page.evaluate(
      rewrite,
      `<head><title>Two</title>${isWithTag ? tag : ''}</head><body><h1>Two</h1>${held('', note('two'))}
      <button data-consent-action="preferences">Cookies</button></body>`,
    )
    await page.locator('#askfirst [data-ready] [data-consent-action=accept-all]').click()
    await expect.poll(() => site.ran(page)).toEqual(['two'])
    expect((await consent.recordCookie())?.choices.marketing).toBe(true)
    await expect(page.locator('html')).toHaveAttribute('data-consent', /marketing/)
    await page.getByRole('button', { name: 'Cookies' }).click()
    await page.locator('#askfirst dialog[data-ready]').waitFor()
    await page
      .locator('#askfirst dialog')
      .getByRole('switch', { name: /statistics/i })
      .click()
    const reloaded = page.waitForEvent('load')
    await page.locator('#askfirst dialog [data-consent-action=save]').click()
    await reloaded
    await expect(page.getByRole('heading', { name: 'One' })).toBeVisible()
  })

test('what replaces the whole document element without writing leaves the open dialog alone', async ({
  page,
  site,
}) => {
  await page.goto(site.page(`<head>${site.cdn()}</head><body><h1>One</h1></body>`))
  await page.locator('#askfirst [data-ready]').waitFor()
  const ready = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('askfirst:ready', () => resolve('again'))),
  )
  await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    copy.querySelector('#askfirst')?.remove()
    document.replaceChild(copy, document.documentElement)
  })
  await expect(page.locator('#askfirst [data-surface=banner]')).toBeVisible()
  expect(await Promise.race([ready, page.waitForTimeout(500)])).toBeUndefined()
})
