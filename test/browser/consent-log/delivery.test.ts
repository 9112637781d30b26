import { createServer } from 'node:net'
import { collectEvents } from '../harness/events.js'
import { expect } from '../harness/index.js'
import { letTimePass, pause, test } from './log.js'

const minutes = 60_000

test('a receipt leaves with a page that is left right after the click', async ({
  page,
  site,
  log,
  consent,
}) => {
  await page.goto(await log.page())
  await consent.banner.waitFor()
  const next = site.page('<title>Another site</title>', { host: 'other.test' })
  await page.evaluate((url) => {
    const shadow = document.getElementById('askfirst')?.shadowRoot
    shadow?.querySelector<HTMLElement>('[data-consent-action="accept-all"]')?.click()
    location.href = url
  }, next)
  await expect(page).toHaveTitle('Another site')
  await expect.poll(() => log.receipts().length).toBe(1)
  // Its outcome was never heard, so it waits; the next page leaves it alone for a while.
  await page.goto(await log.page({ path: '/second' }))
  await pause(page)
  expect(log.receipts()).toHaveLength(1)
})

test('a withdrawal that reloads the page is told once', async ({ page, log, consent }) => {
  const html = `<script nonce="n">document.documentElement.dataset.reload = 'always'</script>`
  await page.goto(await log.page({ html }))
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  const reloaded = page.waitForEvent('load')
  await page.evaluate(() => void window.consent.withdraw())
  await reloaded
  await expect.poll(() => log.receipts().length).toBe(2)
  await pause(page)
  expect(log.receipts().map(({ choices }) => choices.marketing)).toEqual([true, false])
})

for (const status of [500, 503, 429]) {
  test(`under status ${status} a receipt waits for a later page, and arrives there as the same one`, async ({
    page,
    log,
    consent,
  }) => {
    const events = await collectEvents(page)
    log.answer({ status })
    const url = await log.page()
    await page.goto(url)
    await consent.accept()
    await expect.poll(async () => (await events('error')).length).toBe(1)
    expect(await page.evaluate(() => window.consent.isGranted('marketing'))).toBe(true)
    await page.goto(url)
    await pause(page)
    expect(log.receipts()).toHaveLength(1)
    expect(await log.stored(page)).toEqual([expect.stringMatching(/^askfirst-log:/)])

    log.answer({ status: 204 })
    await letTimePass(page, 2 * minutes)
    await page.goto(url)
    await expect.poll(() => log.receipts().length).toBe(2)
    await expect.poll(() => log.stored(page)).toEqual([])
    const [first, second] = log.receipts()
    expect(second).toEqual(first)
    await page.goto(url)
    await pause(page)
    expect(log.receipts()).toHaveLength(2)
  })
}

test('Retry-After is kept to', async ({ page, log, consent }) => {
  log.answer({ status: 429, headers: { 'Retry-After': '600' } })
  const url = await log.page()
  await page.goto(url)
  await consent.reject()
  await expect.poll(() => log.receipts().length).toBe(1)
  log.answer({ status: 204 })
  await letTimePass(page, 5 * minutes)
  await page.goto(url)
  await pause(page)
  expect(log.receipts()).toHaveLength(1)
  await letTimePass(page, 7 * minutes)
  await page.goto(url)
  await expect.poll(() => log.receipts().length).toBe(2)
})

test('a Retry-After that is no time does not make it ask without a pause', async ({ page, log, consent }) => {
  log.answer({ status: 429, headers: { 'Retry-After': 'Infinity' } })
  await page.goto(await log.page())
  await consent.reject()
  await expect.poll(() => log.receipts().length).toBe(1)
  await pause(page)
  expect(log.receipts()).toHaveLength(1)
})

test('the pauses grow while the endpoint is down', async ({ page, log, consent }) => {
  const events = await collectEvents(page)
  log.answer({ status: 500 })
  await page.goto(await log.page())
  await page.evaluate(() => {
    // Long waits are over at once here, and the clock says that they are.
    const { setTimeout } = window
    const { now } = Date
    const state = window as unknown as { waits: number[] }
    state.waits = []
    let offset = 0
    Date.now = () => now() + offset
    window.setTimeout = ((action: () => void, wait: number) => {
      if (wait < 10_000) return setTimeout(action, wait)
      state.waits.push(Math.round(wait / 60_000))
      if (state.waits.length > 12) return 0
      return setTimeout(() => {
        offset += wait
        action()
      }, 10)
    }) as typeof setTimeout
  })
  await consent.accept()
  const waits = () => page.evaluate(() => (window as unknown as { waits: number[] }).waits)
  await expect.poll(async () => (await waits()).length, { timeout: 10_000 }).toBeGreaterThan(12)
  expect(await waits()).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440])
  expect(new Set(log.receipts().map(({ key }) => key)).size).toBe(1)
  expect(await events('error')).toHaveLength(1)
})

test('a receipt that the endpoint refuses is kept, reported, and sent again a day later', async ({
  page,
  log,
  consent,
}) => {
  const events = await collectEvents(page)
  log.answer({ status: 400 })
  const url = await log.page()
  await page.goto(url)
  await consent.accept()
  await expect
    .poll(async () => (await events('error')).map(({ message }) => message))
    .toEqual([expect.stringContaining('400')])
  expect(await log.stored(page)).toHaveLength(1)
  log.answer({ status: 204 })
  await letTimePass(page, 60 * minutes)
  await page.goto(url)
  await pause(page)
  expect(log.receipts()).toHaveLength(1)
  await letTimePass(page, 25 * 60 * minutes)
  await page.goto(url)
  await expect.poll(() => log.receipts().length).toBe(2)
  await expect.poll(() => log.stored(page)).toEqual([])
  expect(log.receipts()[1]).toEqual(log.receipts()[0])
})

test('an endpoint that is not there is one report and no more', async ({ page, log, consent }) => {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))

  const events = await collectEvents(page)
  const uncaught: Error[] = []
  page.on('pageerror', (error) => uncaught.push(error))
  await page.goto(await log.page({ log: `{ endpoint: 'http://log.test:${port}/receipts' }` }))
  await consent.accept()
  await page.evaluate(() => void window.consent.rejectAll())
  await expect.poll(async () => (await events('error')).length).toBe(1)
  await pause(page)
  expect(await events('error')).toHaveLength(1)
  expect(uncaught).toEqual([])
  expect(await log.stored(page)).toHaveLength(2)

  await letTimePass(page, 2 * minutes)
  await page.goto(await log.page({ path: '/later' }))
  await expect.poll(() => log.receipts().length).toBe(2)
})

test('an endpoint that never answers holds up nothing', async ({ page, site, log, consent }) => {
  log.answer({ hang: true })
  await page.goto(await log.page())
  await consent.accept()
  await expect.poll(() => log.receipts().length).toBe(1)
  await page.evaluate(() => void window.consent.rejectAll())
  await expect.poll(() => log.receipts().length).toBe(2)
  await page.goto(site.page('<title>Next</title>', { path: '/next' }))
  await expect(page).toHaveTitle('Next')
})

test('a site may deliver by itself: what it rejects is tried again', async ({ page, log, consent }) => {
  const url = await log.page({
    log: `{ async send(receipt) {
      (window.ran ||= []).push(receipt.key)
      if (!sessionStorage.tried) { sessionStorage.tried = receipt.key; throw new Error('not now') }
    } }`,
  })
  await page.goto(url)
  await consent.accept()
  await expect.poll(() => page.evaluate(() => window.ran?.length)).toBe(1)
  await letTimePass(page, 2 * minutes)
  await page.goto(url)
  await expect
    .poll(() => page.evaluate(() => window.ran))
    .toEqual([await page.evaluate(() => sessionStorage.tried)])
  await expect.poll(() => log.stored(page)).toEqual([])
  expect(log.requests()).toEqual([])
})

test('a browser without keepalive sends a beacon when the page is left, and the same receipt later', async ({
  page,
  site,
  log,
  consent,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Request.prototype, 'keepalive')
  })
  const url = await log.page()
  await page.goto(url)
  await consent.banner.waitFor()
  const next = site.page('<title>Another site</title>', { host: 'other.test' })
  await page.evaluate((to) => {
    window.consent.acceptAll()
    location.href = to
  }, next)
  await expect.poll(() => log.receipts().length).toBe(1)
  await letTimePass(page, 2 * minutes)
  await page.goto(url)
  await expect.poll(() => log.receipts().length).toBe(2)
  expect(new Set(log.receipts().map(({ key }) => key)).size).toBe(1)
})
