import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

test('a router that replaces the content runs what each page brings, once and in order', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open('<main></main>')
  await consent.accept()
  for (const name of ['one', 'two']) {
    const html = held(`src="${site.tag(`${name} file`, { delay: 100 })}"`) + held('', note(`${name} inline`))
    await page.evaluate(
      ([path, it]) => {
        history.pushState({}, '', path)
        ;(document.querySelector('main') as HTMLElement).innerHTML = `${it}`
      },
      [`/${name}`, html],
    )
    await expect.poll(async () => (await site.ran(page)).at(-1)).toBe(`${name} inline`)
  }
  expect(await site.ran(page)).toEqual(['one file', 'one inline', 'two file', 'two inline'])
})

test('a link in an open shadow root inside another one opens the preferences', async ({
  page,
  shop,
  consent,
}) => {
  await shop.open('<div id="outer"></div>')
  await consent.reject()
  await page.evaluate(() => {
    const outer = document.getElementById('outer')?.attachShadow({ mode: 'open' }) as ShadowRoot
    outer.innerHTML = '<div></div>'
    const inner = outer.querySelector('div')?.attachShadow({ mode: 'open' }) as ShadowRoot
    inner.innerHTML = '<a href="#x" data-consent-action="preferences"><b>Cookie settings</b></a>'
  })
  await page.getByText('Cookie settings').click()
  await expect(consent.dialog).toBeVisible()
})

test('destroy gives the focus back and leaves the attributes of the page as they were', async ({
  page,
  shop,
  consent,
}) => {
  await shop.open('<button id="opener" data-consent-action="preferences">Settings</button>')
  await consent.reject()
  const look = () =>
    page.evaluate(() =>
      [document.documentElement, document.body].map((it) => `${it.className}|${it.getAttribute('style')}`),
    )
  const before = await look()
  await page.locator('#opener').click()
  await expect(consent.dialog).toBeVisible()
  await page.evaluate(() => window.askfirst.destroy())
  await expect(page.locator('#askfirst')).toHaveCount(0)
  await expect(page.locator('#opener')).toBeFocused()
  expect(await look()).toEqual(before)
  expect(await page.evaluate(() => 'consent' in document.documentElement.dataset)).toBe(false)
})
