import { expect, test } from '../harness/index.js'
import { held, note } from '../harness/shop.js'

const source = `
  import { createConsent } from 'askfirst'
  import '@hotwired/turbo'
  window.consent = createConsent({ view: () => import('askfirst/view') })
  window.consent.start()`

const shell = (script: string, name: string, body: string) =>
  `<head><title>${name}</title>${script}</head><body><h1>${name}</h1>
  <nav><a href="/">one</a> <a href="/two">two</a> <a href="#" data-consent-action="preferences">Cookie settings</a></nav>${body}</body>`

test('visits keep one banner that works, and previews show no ghost', async ({ page, site, consent }) => {
  const script = await site.bundle(source)
  const tags = (name: string) =>
    held(`src="${site.tag(`${name} file`, { delay: 100 })}"`) + held('', note(`${name} inline`))
  const url = site.page(shell(script, 'One', tags('one')))
  site.page(shell(script, 'Two', `<div id="kept" data-turbo-permanent>kept</div>${tags('two')}`), {
    path: '/two',
  })
  await page.goto(url)
  await consent.banner.waitFor()
  for (const [link, title] of [
    ['two', 'Two'],
    ['one', 'One'],
    ['two', 'Two'],
  ] as const) {
    await page.getByRole('link', { name: link, exact: true }).click()
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
    await expect(consent.banner).toBeVisible()
    await expect(page.locator('#askfirst')).toHaveCount(1)
  }
  expect(await site.ran(page)).toEqual([])
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['two file', 'two inline'])
  await page.getByRole('link', { name: 'Cookie settings' }).click()
  await expect(consent.dialog).toBeVisible()
  await expect(page.locator('#askfirst')).toHaveCount(1)
})

test('the answer to a form runs its scripts once, in order', async ({ page, site, consent }) => {
  const script = await site.bundle(source)
  const url = site.page(
    shell(script, 'One', '<form action="/answer" method="get"><button>Send</button></form>'),
  )
  const tags = held(`src="${site.tag('file', { delay: 100 })}"`) + held('', note('inline'))
  site.page(shell(script, 'Answer', tags), { path: '/answer' })
  await page.goto(url)
  await consent.accept()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Answer' })).toBeVisible()
  await expect.poll(() => site.ran(page)).toEqual(['file', 'inline'])
})
