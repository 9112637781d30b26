import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

const categories = {
  necessary: { required: true, cookies: [{ name: 'session' }] },
  statistics: {
    services: { ga: { cookies: [{ name: '_ga' }, { name: '_ga_*' }] } },
    cookies: [
      { name: 'askfirst' },
      { name: 'visits', kind: 'local-storage' },
      { name: 'tab_*', kind: 'session-storage' },
      { name: 'stats', kind: 'indexed-db' },
    ],
  },
  marketing: { cookies: [{ name: 'ad' }] },
}

const everywhere = `
  for (const place of ['', ';domain=shop.test', ';domain=www.shop.test', ';path=/deep', ';path=/deep/;domain=shop.test'])
    for (const name of ['_ga', '_ga_X1']) document.cookie = name + '=1;max-age=9999;path=/' + place
  document.cookie = 'session=1;path=/'
  document.cookie = 'ad=1;path=/'
  localStorage.visits = sessionStorage.tab_1 = localStorage.other = '1'
  indexedDB.open('stats')`

test('withdrawal erases what was declared, on every domain and path, and starts the page anew', {
  tag: '@smoke',
}, async ({ page, site, shop, consent, context }) => {
  const code = `if (!window.name) { ${everywhere}; window.name = 'set' }; ${note('A')}`
  const url = shop.url(held('', code), { categories } as never, '/deep/page')
  await page.goto(url)
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  const cookies = async () =>
    (await context.cookies()).map(({ name, domain, path }) => `${name} ${domain}${path}`).sort()
  expect((await cookies()).filter((it) => it.startsWith('_ga')).length).toBeGreaterThanOrEqual(8)

  const loaded = page.waitForEvent('load')
  await shop.save({ statistics: false })
  await loaded
  expect(await cookies()).toEqual(['ad www.shop.test/', 'askfirst www.shop.test/', 'session www.shop.test/'])
  expect(await page.evaluate(() => [localStorage.visits, sessionStorage.tab_1, localStorage.other])).toEqual([
    undefined,
    undefined,
    '1',
  ])
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await expect(consent.banner).toBeHidden()
  expect(await site.ran(page)).toEqual([])
})

test('what is written again on the way out is erased after the reload', async ({
  page,
  shop,
  consent,
  context,
}) => {
  await shop.open(
    held('', `document.cookie = '_ga=1'; addEventListener('pagehide', () => { document.cookie = '_ga=2' })`),
    { categories } as never,
  )
  await consent.accept()
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain('_ga=1')
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => void window.askfirst.withdraw())
  await loaded
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).not.toContain('_ga')
})

test('what comes back after the reload is erased when it has come, and whenever the page is looked at', async ({
  page,
  shop,
  consent,
  context,
}) => {
  const names = async () => (await context.cookies()).map(({ name }) => name)
  const come = () => context.addCookies([{ name: '_ga', value: '3', domain: '.shop.test', path: '/' }])
  await shop.open('', { categories } as never)
  await consent.reject()
  await page.reload()
  await expect.poll(() => page.evaluate(() => window.askfirst.status)).toBe('decided')
  // As an answer to the last beacon of the page before sets it.
  await come()
  await expect.poll(names).toEqual(['askfirst'])
  await page.waitForTimeout(2000)
  await come()
  await page.evaluate(() => void dispatchEvent(new Event('focus')))
  await expect.poll(names).toEqual(['askfirst'])
})

test('a first refusal erases what was there before', async ({ page, shop, consent, context }) => {
  await context.addCookies([{ name: '_ga', value: '1', domain: '.shop.test', path: '/' }])
  await shop.open('', { categories } as never)
  await consent.reject()
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['askfirst'])
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
})

for (const [reload, code, expected] of [
  ['auto', note('A'), true],
  ['auto', undefined, false],
  ['always', undefined, true],
  ['never', note('A'), false],
] as const) {
  const ran = code ? 'when its code has run' : 'when none of its code has run'
  test(`with reload "${reload}", ${ran}, the page ${expected ? 'starts anew' : 'stays'}`, async ({
    page,
    site,
    shop,
    consent,
  }) => {
    await shop.open(code ? held('', code) : '', { reload })
    await consent.accept()
    if (code) await expect.poll(() => site.ran(page)).toEqual(['A'])
    await page.evaluate(() => {
      document.title = 'same'
      window.askfirst.withdraw('statistics')
    })
    if (expected) await expect(page).not.toHaveTitle('same')
    else {
      await page.waitForTimeout(500)
      await expect(page).toHaveTitle('same')
    }
  })
}

test('a function decides about the reload, and code behind whenGranted counts as run', async ({
  page,
  site,
}) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    window.told = []
    const consent = createConsent({ reload: (withdrawal) => { window.told.push(withdrawal); return false } })
    consent.start()
    consent.acceptAll()
    consent.whenGranted('statistics').then(() => consent.withdraw('statistics'))`)
  await page.goto(site.page(script))
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told?: unknown[] }).told))
    .toEqual([{ removed: ['statistics'], ran: ['statistics'], isDirty: false }])
})
