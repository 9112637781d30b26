import { readFile } from 'node:fs/promises'
import '../harness/events.js'
import { expect } from '../harness/index.js'
import { pause, test } from './log.js'

test('before a decision nothing is sent and nothing is stored', async ({ page, site, log, consent }) => {
  await page.goto(await log.page())
  await consent.preferences()
  await page.keyboard.press('Escape')
  await page.mouse.wheel(0, 400)
  await pause(page)
  await page.goto(await log.page({ path: '/second' }))
  await consent.banner.waitFor()
  await pause(page)
  expect(site.requests({ host: 'log.test' })).toEqual([])
  expect(await log.stored(page)).toEqual([])
  expect(await consent.cookieNames()).toEqual([])
})

test('a decision is one receipt, of exactly these fields', async ({ page, log, consent, context }) => {
  await page.goto(await log.page())
  await context.addCookies([{ name: 'session', value: 'secret', url: log.endpoint }])
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  const record = await consent.recordCookie()
  const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))
  expect(log.receipts()).toEqual([
    {
      key: expect.stringMatching(/^[0-9a-z]{8}-\d+$/),
      id: record?.id,
      time: new Date(record?.decidedAt ?? 0).toISOString(),
      policy: '2024-10-01',
      texts: 'sha256-texts',
      locale: 'en',
      choices: { preferences: true, statistics: true, marketing: true },
      source: 'banner',
      surface: 'banner',
      version,
    },
  ])
  // The example's service takes what the plugin writes.
  const { refusal } = await import(
    new URL('../../../examples/consent-log/src/refusal.mjs', import.meta.url).href
  )
  expect(refusal(log.receipts()[0])).toBeUndefined()
  const [request] = log.requests()
  expect(request?.method).toBe('POST')
  expect(request?.headers.cookie).toBeUndefined()

  await expect.poll(() => log.stored(page)).toEqual([])
  await page.reload()
  await pause(page)
  expect(log.receipts()).toHaveLength(1)
})

test('a choice that repeats the last one is a decision: the date of the record changes', async ({
  page,
  log,
  consent,
}) => {
  await page.goto(await log.page())
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  await page.evaluate(() => void window.consent.openPreferences())
  await consent.save()
  await expect.poll(() => log.receipts().length).toBe(2)
  const [first, second] = log.receipts()
  expect(second).toMatchObject({ id: first?.id, choices: first?.choices, surface: 'preferences' })
  expect(second?.source).toBe('preferences')
  expect(second?.key).not.toBe(first?.key)
})

test('decisions made in one go are all told, each with its own answers', async ({ page, log, consent }) => {
  await page.goto(await log.page())
  await consent.banner.waitFor()
  await page.evaluate(() => {
    window.consent.acceptAll()
    window.consent.rejectAll()
    window.consent.save({ statistics: true })
  })
  await expect.poll(() => log.receipts().length).toBe(3)
  const told = log.receipts()
  const answers = told.map(({ choices: { statistics, marketing } }) => `${statistics} ${marketing}`)
  expect(answers.sort()).toEqual(['false false', 'true false', 'true true'])
  expect(new Set(told.map(({ key }) => key)).size).toBe(3)
})

test('another tab that follows a decision does not tell of it again', async ({
  page,
  log,
  consent,
  context,
}) => {
  const url = await log.page()
  await page.goto(url)
  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => window.consent.openBanner())
  await consent.reject()
  await expect.poll(() => other.evaluate(() => window.consent.status)).toBe('decided')
  await pause(other)
  expect(log.receipts()).toHaveLength(1)
})

test('a decision made before the start, or by a page of its own, is told', async ({ page, site, log }) => {
  const tag = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { consentLog } from 'askfirst/plugins/consent-log'
    window.consent = createConsent({ plugins: [consentLog({ endpoint: '${log.endpoint}' })], locale: 'fr' })
    window.consent.save({ statistics: true }, 'account')
    window.consent.start()`)
  await page.goto(site.page(tag))
  await expect.poll(() => log.receipts().length).toBe(1)
  expect(log.receipts()[0]).toMatchObject({
    source: 'account',
    surface: '',
    texts: '',
    locale: 'fr',
    policy: '',
  })
})

test('the floating button is nothing that a decision is made in', async ({ page, site, log, consent }) => {
  const tag = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { consentLog } from 'askfirst/plugins/consent-log'
    createConsent({ view: () => import('askfirst/view'), banner: { settingsButton: true },
      plugins: [consentLog({ endpoint: '${log.endpoint}' })] }).start()`)
  await page.goto(site.page(`${tag}<button data-consent-action="reject-all">No cookies</button>`))
  await consent.banner.waitFor()
  await consent.accept()
  await expect(page.getByRole('button', { name: 'Cookie settings' })).toBeVisible()
  await page.getByRole('button', { name: 'No cookies' }).click()
  await expect
    .poll(() =>
      log
        .receipts()
        .map(({ surface }) => surface)
        .sort(),
    )
    .toEqual(['', 'banner'])
})

test('a receipt names the language and the texts that were shown in the end', async ({
  page,
  site,
  log,
  consent,
}) => {
  const tag = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { consentLog } from 'askfirst/plugins/consent-log'
    window.consent = createConsent({ view: () => import('askfirst/view'),
      locales: { fr: () => import('askfirst/locales/fr') },
      plugins: [consentLog({ endpoint: '${log.endpoint}', hash: (locale) => 'of-' + locale })] })
    window.consent.start()`)
  await page.goto(site.page(tag))
  await consent.banner.waitFor()
  await page.evaluate(() => window.consent.setLocale('fr'))
  await consent.accept()
  await expect.poll(() => log.receipts()).toMatchObject([{ locale: 'fr', texts: 'of-fr' }])
})

test('without the built-in view the language is the one that was set last', async ({ page, site, log }) => {
  const tag = await site.bundle(`
    import { createConsent } from 'askfirst'
    import { consentLog } from 'askfirst/plugins/consent-log'
    const consent = createConsent({ locale: 'en', plugins: [consentLog({ endpoint: '${log.endpoint}' })] })
    consent.start()
    consent.setLocale('fr')
    consent.acceptAll()`)
  await page.goto(site.page(tag))
  await expect.poll(() => log.receipts().map(({ locale }) => locale)).toEqual(['fr'])
})

test('the hash may come from a function that takes its time, and is told the language', async ({
  page,
  log,
  consent,
}) => {
  const hash = `(locale) => new Promise((resolve) => setTimeout(resolve, 100, 'of-' + locale))`
  await page.goto(await log.page({ log: `{ endpoint: '${log.endpoint}', hash: ${hash} }` }))
  await consent.banner.waitFor()
  await page.waitForTimeout(300)
  await consent.accept()
  await expect.poll(() => log.receipts().map(({ texts }) => texts)).toEqual(['of-en'])
})

test('a hash that fails costs no receipt', async ({ page, log, consent }) => {
  await page.goto(
    await log.page({ log: `{ endpoint: '${log.endpoint}', hash() { throw new Error('no') } }` }),
  )
  await consent.accept()
  await expect.poll(() => log.receipts().map(({ texts }) => texts)).toEqual([''])
})

test('what was accepted goes first, and the banner waits for nothing', async ({
  page,
  site,
  log,
  consent,
}) => {
  log.answer({ status: 204, delay: 3000 })
  const html = `<script type="text/plain" nonce="n" data-category="statistics" src="${site.tag('A')}"></script>`
  await page.goto(await log.page({ html }))
  await consent.accept()
  await expect(consent.banner).toBeHidden({ timeout: 500 })
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(log.requests()).toEqual([])
  await expect.poll(() => log.requests().length).toBe(1)
})
