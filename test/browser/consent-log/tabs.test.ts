import { expect } from '../harness/index.js'
import { letTimePass, pause, test } from './log.js'

// Web Locks are for secure pages only.
test.use({ secure: true })

test('two tabs that come back at once send what waits once', async ({ page, log, consent, context }) => {
  log.answer({ status: 500 })
  const url = await log.page()
  await page.goto(url)
  await consent.accept()
  await page.evaluate(() => void window.consent.rejectAll())
  await expect.poll(() => log.receipts().length).toBe(2)

  log.answer({ status: 204, delay: 500 })
  const other = await context.newPage()
  for (const tab of [page, other]) await letTimePass(tab, 120_000)
  await Promise.all([page.goto(url), other.goto(url)])
  await expect.poll(() => log.receipts().length).toBe(4)
  await pause(page)
  const keys = log.receipts().map(({ key }) => key)
  expect(keys.slice(2).sort()).toEqual(keys.slice(0, 2).sort())
  expect(keys).toHaveLength(4)
  await expect.poll(() => log.stored(other)).toEqual([])
})

test('a tab that keeps the lock for ever holds no receipt of another one back', async ({
  page,
  log,
  consent,
}) => {
  const url = await log.page()
  await page.goto(url)
  await page.evaluate(() => void navigator.locks.request('askfirst', () => new Promise(() => {})))
  await consent.accept()
  await expect.poll(() => log.receipts().length, { timeout: 20_000 }).toBe(1)
  await expect.poll(() => log.stored(page)).toEqual([])
})
