import { expect, test } from '../harness/index.js'
import { type System, systems } from './systems.js'

const factoryOf = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const ours = (name: string, { map = '{}', plugin = '', options = '' } = {}) => `
  import { createConsent } from 'askfirst'
  import { importChoices } from 'askfirst/plugins/import-choices'
  import { ${factoryOf(name)} } from 'askfirst/import/${name}'
  window.errors = []
  window.consent = createConsent({
    categories: {
      necessary: { required: true },
      preferences: {},
      statistics: { services: { ga: {}, hotjar: {} } },
      marketing: {},
    },
    plugins: [importChoices({ from: [${factoryOf(name)}(${map})], ${plugin} })],
    ${options}
  })
  window.consent.on('error', ({ message }) => window.errors.push(message))
  window.consent.start()`

declare global {
  interface Window {
    errors: string[]
  }
}

// Each loads three pages, one with another system's package.
test.slow()

/** The answers cover every category that asks, as on a site that moves: else the rest would be asked for. */
const categoriesOf = (answers: { readonly [name: string]: boolean }) => {
  const categories: { [category: string]: { required?: true; services?: object } } = {
    necessary: { required: true },
  }
  for (const name of Object.keys(answers)) {
    const [category = '', service] = name.split('.')
    const services = categories[category]?.services ?? {}
    categories[category] = { services: service ? { ...services, [service]: {} } : services }
  }
  return JSON.stringify(categories)
}

for (const system of systems) {
  const { name, about, script, files = {}, start, isReady = 'true' } = system
  const map = system.map && { map: system.map }
  for (const [answer, choose, expected] of [
    ['choice', system.choose, system.expected],
    ['refusal', system.refuse, system.refused],
  ] as const) {
    test(`${name} ${about}: the ${answer} that the real package stored is taken over, and nobody is asked again`, async ({
      page,
      site,
      consent,
    }) => {
      const bundle = (more = {}) => site.bundle(ours(name, { ...map, ...more }))
      for (const [path, body] of Object.entries(files)) {
        site.file(path, body, path.endsWith('.css') ? { type: 'text/css' } : {})
      }
      site.file('/theirs.js', script)
      await page.goto(
        site.page(`<head><script src="/theirs.js"></script></head><body><script>${start}</script>`, {
          path: '/before',
        }),
      )
      await page.waitForFunction(isReady)
      await page.evaluate(choose)
      await expect.poll(() => page.evaluate(() => document.cookie)).not.toBe('')
      const before = await consent.cookieNames()

      const options = `categories: ${categoriesOf(expected)}, view: () => import('askfirst/view'),`
      await page.goto(site.page(`<head>${await bundle({ options })}</head>`, { path: '/after' }))
      await expect.poll(() => page.evaluate(() => window.consent?.record?.choices)).toMatchObject(expected)
      expect(await page.evaluate(() => [window.consent.record?.source, window.consent.status])).toEqual([
        'import',
        'decided',
      ])
      await expect(consent.banner).toHaveCount(0)
      // The other system's cookies stay unless the site asks for their removal.
      expect(await consent.cookieNames()).toEqual(expect.arrayContaining([...before]))

      await page.context().clearCookies({ name: /^askfirst$/ })
      await page.goto(
        site.page(`<head>${await bundle({ plugin: 'remove: true' })}</head>`, { path: '/removed' }),
      )
      await expect.poll(() => consent.cookieNames()).toEqual(['askfirst'])
    })
  }
}

test('what tarteaucitron stores for a visitor who has not answered is no consent', async ({ page, site }) => {
  const theirs = systems.find(({ name }) => name === 'tarteaucitron') as System
  const { script, files = {}, start, isReady = '' } = theirs
  for (const [path, body] of Object.entries(files)) site.file(path, body)
  site.file('/theirs.js', script)
  const html = `<head><script src="/theirs.js"></script></head><body><script>${start}</script>`
  await page.goto(site.page(html, { path: '/before' }))
  await page.waitForFunction(isReady)
  // It starts Matomo unasked, and stores that as it would store a consent.
  expect(await page.evaluate(() => document.cookie)).toContain('matomo=true')
  await page.goto(site.page(`<head>${await site.bundle(ours('tarteaucitron'))}</head>`, { path: '/after' }))
  await page.waitForFunction(() => window.consent)
  expect(await page.evaluate(() => [window.consent.status, window.consent.record?.source])).toEqual([
    'undecided',
    undefined,
  ])
})

const cookie = async (page: import('@playwright/test').Page, url: string, value: string) =>
  page.context().addCookies([{ name: 'CookieConsent', value, url }])
const cookiebot = (utc: number, method = 'explicit') =>
  `{stamp:%27x==%27%2Cnecessary:true%2Cpreferences:true%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27${method}%27%2Cver:1%2Cutc:${utc}%2Cregion:%27be%27}`

test('a visitor who answered is not asked, and the original time is kept', async ({
  page,
  site,
  consent,
}) => {
  const url = site.page(
    `<head>${await site.bundle(ours('cookiebot', { options: "view: () => import('askfirst/view')," }))}</head>`,
  )
  const utc = Date.now() - 90 * 86_400_000
  await cookie(page, url, cookiebot(utc))
  await page.goto(url)
  await expect.poll(() => page.evaluate(() => window.consent?.status)).toBe('decided')
  expect((await consent.recordCookie())?.decidedAt).toBe(Math.floor(utc / 1000) * 1000)
  await expect(consent.banner).toHaveCount(0)
})

test('implied and ended answers are asked again', async ({ page, site }) => {
  const url = site.page(`<head>${await site.bundle(ours('cookiebot'))}</head>`)
  for (const value of [
    cookiebot(Date.now(), 'implied'),
    cookiebot(Date.now() - 183 * 86_400_000),
    '-1',
    'x'.repeat(3900),
  ]) {
    await cookie(page, url, value)
    await page.goto(url)
    await page.waitForFunction(() => window.consent)
    expect(await page.evaluate(() => [window.consent.status, window.consent.record?.source])).toEqual([
      'undecided',
      undefined,
    ])
  }
})

test('names without a counterpart are reported once, and local storage without an end needs its removal', async ({
  page,
  site,
}) => {
  const url = site.page(`<head>${await site.bundle(ours('klaro'))}</head>`)
  await page.goto(url)
  await page.evaluate(() => localStorage.setItem('klaro', '{"matomo":true,"ads":false}'))
  await page.goto(url)
  await expect.poll(() => page.evaluate(() => window.errors?.length)).toBe(2)
  const [first, second] = await page.evaluate(() => window.errors)
  expect(first).toContain('matomo')
  expect(second).toContain('remove: true')
  expect(await page.evaluate(() => window.consent.record?.id)).toBeUndefined()

  await page.goto(
    site.page(`<head>${await site.bundle(ours('klaro', { plugin: 'remove: true' }))}</head>`, {
      path: '/removed',
    }),
  )
  await expect.poll(() => page.evaluate(() => window.consent?.record?.choices)).toEqual({ marketing: false })
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('the script tag file takes the names of systems', async ({ page, site, consent }) => {
  const plugin = site.url('/askfirst@1/dist/cdn/plugins/import-choices.js', { host: 'cdn.test' })
  const url = site.page(
    `<head><script type="application/json" id="moving">{ "maps": { "klaro": { "matomo": "statistics" } } }</script>
     <script src="${plugin}" data-from="cookiebot klaro" data-config="#moving" data-remove></script>${site.cdn()}</head>`,
  )
  await page
    .context()
    .addCookies([{ name: 'klaro', value: '%7B%22matomo%22%3Atrue%2C%22ads%22%3Afalse%7D', url }])
  await page.goto(url)
  await expect
    .poll(async () => (await consent.recordCookie())?.choices)
    .toEqual({ marketing: false, statistics: true })
  await expect.poll(() => consent.cookieNames()).toEqual(['askfirst'])
  await expect(consent.banner).toBeVisible()
})
