import { createHash } from 'node:crypto'
import { expect, test } from '../harness/index.js'
import { layOut, textOf } from './lay-out.js'

async function tagWithHash(folder: string, file = 'askfirst.js', more = '') {
  const hash = createHash('sha384')
    .update(await textOf(file))
    .digest('base64')
  return `<script src="${folder}${file}" integrity="sha384-${hash}" crossorigin="anonymous"
    data-categories="necessary! statistics"${more}></script><h1>Shop</h1>`
}

const tamperWith = (name: string) => (file: string, text: string) =>
  file === `${name}.js` ? `window.tampered = true; ${text}` : text

test('a tag with integrity gets parts that match', async ({ page, site, consent }) => {
  const folder = await layOut(site, { host: 'files.test', folder: '/js/' })
  await page.goto(site.page(await tagWithHash(folder, 'askfirst.js', ' data-locale="fr"')))
  await expect(consent.banner).toContainText('Tout refuser')
  await expect(await consent.preferences()).toContainText('Toujours actifs')
})

for (const [part, file] of [
  ['preferences', 'askfirst.js'],
  ['hashes', 'askfirst.js'],
  ['view', 'core.js'],
] as const)
  test(`a tag with integrity on ${file} refuses a changed ${part}.js`, async ({ page, site, consent }) => {
    const folder = await layOut(site, { host: 'files.test', folder: '/js/', change: tamperWith(part) })
    await page.addInitScript(() => {
      addEventListener('askfirst:error', () => Object.assign(window, { failed: true }), true)
    })
    await page.goto(site.page(await tagWithHash(folder, file)))
    if (part !== 'view') await consent.action('preferences').click()
    await expect.poll(() => page.evaluate(() => 'failed' in window)).toBe(true)
    await expect(consent.dialog).toHaveCount(0)
    expect(await page.evaluate(() => 'tampered' in window)).toBe(false)
    expect(site.requests({ path: `/js/${part}.js` }).length).toBeGreaterThan(0)
  })

test('a changed language is refused, and English is shown', async ({ page, site, consent }) => {
  const folder = await layOut(site, { host: 'files.test', folder: '/js/', change: tamperWith('locales/fr') })
  await page.goto(site.page(await tagWithHash(folder, 'askfirst.js', ' data-locale="fr"')))
  await expect(consent.banner).toContainText('Reject all')
  expect(await page.evaluate(() => 'tampered' in window)).toBe(false)
})

test('without integrity no part needs a hash', async ({ page, site, consent }) => {
  const folder = await layOut(site, { host: 'files.test', folder: '/js/', change: tamperWith('preferences') })
  await page.goto(site.page(`<script src="${folder}askfirst.js"></script>`))
  await consent.preferences()
  expect(site.requests({ path: '/js/hashes.js' })).toHaveLength(0)
})

test.describe('where Trusted Types let no address through', () => {
  const csp = "require-trusted-types-for 'script'; trusted-types 'none'"
  for (const isChecked of [true, false])
    test(`parts load ${isChecked ? 'with' : 'without'} integrity`, async ({ page, site, consent }) => {
      const folder = await layOut(site, { host: 'files.test', folder: '/js/' })
      const tag = isChecked ? await tagWithHash(folder) : `<script src="${folder}askfirst.js"></script>`
      await page.goto(site.page(tag, { csp }))
      await consent.preferences()
    })
})
