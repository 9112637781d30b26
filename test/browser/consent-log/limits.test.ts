import { collectEvents } from '../harness/events.js'
import { expect } from '../harness/index.js'
import { pause, test } from './log.js'

test('where storage is blocked receipts are sent all the same', async ({ page, site, log }) => {
  const events = await collectEvents(page)
  const framed = await log.page({ path: '/framed' })
  const url = site.page(`<iframe sandbox="allow-scripts" src="${framed}" width="900" height="600"></iframe>`)
  await page.goto(url)
  const frame = page.frameLocator('iframe')
  await frame.locator('#askfirst [data-ready] [data-consent-action="accept-all"]').click()
  await expect.poll(() => log.receipts().length).toBe(1)
  const inner = page.frames().find((each) => each.url() === framed)
  // The cookie that could not be kept is what is said, and nothing else.
  expect((await events('error', inner)).map(({ message }) => message)).toEqual([
    expect.stringMatching(/stored/),
  ])
})

function fill(): void {
  for (let size = 2 ** 22; size >= 1; size /= 2)
    try {
      for (let index = 0; ; index++) localStorage.setItem(`fill-${size}-${index}`, 'x'.repeat(size))
    } catch {}
}

test('where storage is full receipts are sent all the same', async ({ page, log, consent }) => {
  await page.goto(await log.page())
  await page.evaluate(fill)
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  expect((await log.stored(page)).filter((key) => !key.startsWith('fill'))).toEqual([])
})

test('storage that fills up while a receipt waits lets it go all the same', async ({
  page,
  log,
  consent,
}) => {
  await page.goto(await log.page())
  await consent.accept()
  await page.evaluate(fill)
  expect(log.receipts()).toEqual([])
  await expect.poll(() => log.receipts().length).toBe(1)
  const waiting = async () => (await log.stored(page)).filter((key) => !key.startsWith('fill'))
  await expect.poll(waiting).toEqual([])
})

test('twenty receipts wait at most: the oldest goes, and it is said', async ({ page, log, consent }) => {
  const events = await collectEvents(page)
  log.answer({ status: 500 })
  await page.goto(await log.page())
  await consent.banner.waitFor()
  await page.evaluate(async () => {
    for (let round = 0; round < 22; round++) {
      window.consent.save({ statistics: round > 1 })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  expect(await log.stored(page)).toHaveLength(20)
  const said = (await events('error')).filter(({ message }) => message?.includes('full'))
  expect(said).toHaveLength(2)
  await expect.poll(() => log.receipts().length).toBe(20)
  expect(log.receipts().every(({ choices }) => choices.statistics)).toBe(true)
})

test('an item that nobody can read is thrown away', async ({ page, log, consent }) => {
  await page.goto(await log.page())
  await page.evaluate(() => {
    localStorage['askfirst-log:broken'] = '{'
    localStorage.other = '{'
  })
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  await expect.poll(() => log.stored(page)).toEqual(['other'])
})

test('an item that is no receipt holds up none, and goes', async ({ page, log, consent }) => {
  const uncaught: Error[] = []
  page.on('pageerror', (error) => uncaught.push(error))
  await page.goto(await log.page())
  await page.evaluate(() => {
    for (const text of ['null', '7', '"x"', '{}', '[]', '[{}]', '[null, 0, 0]'])
      localStorage[`askfirst-log:${text}`] = text
  })
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  await expect.poll(() => log.stored(page)).toEqual([])
  expect(uncaught).toEqual([])
})

test('times and numbers that other code wrote do not make it ask without a pause', async ({
  page,
  log,
  consent,
}) => {
  const events = await collectEvents(page)
  log.answer({ status: 500 })
  await page.goto(await log.page())
  await page.evaluate(() => {
    const forge = (key: string, rest: string) =>
      localStorage.setItem(`askfirst-log:${key}`, `[{"key":"${key}"},${rest}]`)
    forge('0-negative', '-1e9,0')
    forge('1-text', '"x","y"')
    forge('2-list', '[[]],{}')
    forge('3-none', 'null,null')
    forge('4-before-all-time', '0,-1e999')
    forge('5-after-all-time', '0,1e999')
    forge('6-long', `0,0,"${'x'.repeat(100_000)}"`)
  })
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBeGreaterThan(0)
  await page.waitForTimeout(4000)
  const asked = log.receipts().map(({ key }) => key)
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked).toContain('5-after-all-time')
  expect(asked).not.toContain('0-negative')
  expect(asked).not.toContain('4-before-all-time')
  expect(asked).not.toContain('6-long')
  expect((await events('error')).filter(({ message }) => message?.includes('lost')).length).toBeGreaterThan(2)
})

test('of any number of items that other code wrote twenty are sent at most', async ({
  page,
  log,
  consent,
}) => {
  await page.goto(await log.page())
  await page.evaluate(() => {
    for (let index = 0; index < 500; index++)
      localStorage[`askfirst-log:a${index}`] = `[{"key":"a${index}"},0,0]`
  })
  await consent.accept()
  await expect.poll(() => log.stored(page)).toEqual([])
  await pause(page)
  expect(log.receipts()).toHaveLength(20)
  expect(log.receipts().some(({ source }) => source === 'banner')).toBe(true)
})

test('a language or hash that does not fit is left out and reported, and the receipt arrives', async ({
  page,
  log,
  consent,
}) => {
  const events = await collectEvents(page)
  const html = `<script nonce="n">document.documentElement.lang = 'fr BE; drop'</script>`
  await page.goto(await log.page({ html, log: `{ endpoint: '${log.endpoint}', hash: 'of <b>' }` }))
  await consent.banner.waitFor()
  await page.evaluate(() => void window.consent.acceptAll())
  await expect.poll(() => log.receipts()).toMatchObject([{ texts: '' }])
  expect((await events('error')).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('"of <b>" does not fit'),
  )
  const { refusal } = await import(
    new URL('../../../examples/consent-log/src/refusal.mjs', import.meta.url).href
  )
  expect(refusal(log.receipts()[0])).toBeUndefined()
})

test('what the service of the example refuses is kept and reported', async ({ page, log }) => {
  const { refusal } = await import(
    new URL('../../../examples/consent-log/src/refusal.mjs', import.meta.url).href
  )
  const events = await collectEvents(page)
  const url = await log.page()
  // An id that another host of the domain may have written.
  await page.context().addCookies([
    {
      name: 'askfirst',
      value: `1:2024-10-01:${Math.floor(Date.now() / 1000 - 60).toString(36)}:abc:banner:statistics`,
      url,
    },
  ])
  await page.goto(url)
  log.answer({ status: 400 })
  await page.evaluate(() => void window.consent.rejectAll())
  await expect.poll(() => log.receipts().length).toBe(1)
  expect(refusal(log.receipts()[0])).toMatch(/"id"/)
  await expect.poll(async () => (await events('error')).length).toBe(1)
  expect(await log.stored(page)).toHaveLength(1)
})

const strict = (origin: string) =>
  `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; connect-src ${origin}`

test('a policy that names the endpoint is enough', async ({ page, site, log, consent }) => {
  const violations = await site.violations(page)
  await page.goto(await log.page({ csp: strict }))
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  await expect.poll(() => log.stored(page)).toEqual([])
  expect(violations).toEqual([])
})

test('a policy that forbids the endpoint costs one report', async ({ page, log, consent }) => {
  const events = await collectEvents(page)
  await page.goto(await log.page({ csp: () => strict("'none'") }))
  await consent.accept()
  await expect.poll(async () => (await events('error')).length).toBe(1)
  await pause(page)
  expect(await events('error')).toHaveLength(1)
  expect(log.requests()).toEqual([])
  expect(await log.stored(page)).toHaveLength(1)
})

test('where a request cannot be given a time limit it is made all the same', async ({
  page,
  log,
  consent,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(AbortSignal, 'timeout')
  })
  await page.goto(await log.page())
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
})

test('a consent object that is started again does not tell of a decision again', async ({
  page,
  log,
  consent,
}) => {
  await page.goto(await log.page())
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  await page.evaluate(() => {
    window.consent.destroy()
    window.consent.start()
  })
  await pause(page)
  expect(log.receipts()).toHaveLength(1)
})

test('after destroy nothing is noted', async ({ page, log, consent }) => {
  await page.goto(await log.page())
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  await page.evaluate(() => {
    window.consent.destroy()
    window.consent.rejectAll()
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await pause(page)
  expect(log.receipts()).toHaveLength(1)
})
