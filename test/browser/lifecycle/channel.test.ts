import { expect, test } from '../harness/index.js'

test('a message between tabs carries no answer: the cookie is read', async ({ page, site, consent }) => {
  await page.goto(site.page(`${site.cdn()}<h1>Shop</h1>`))
  await expect(consent.banner).toBeVisible()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.evaluate(async () => {
    const seconds = Math.floor(Date.now() / 1000).toString(36)
    const channel = new BroadcastChannel('askfirst:askfirst:/')
    const forged = `1::${seconds}:forgedforgedforg:banner:preferences~statistics~marketing`
    for (const message of [forged, { value: forged }, [forged], 4, null, true, 'decided'])
      channel.postMessage(message)
    // Behind the last of them.
    const echo = new BroadcastChannel('echo')
    await new Promise((resolve) => {
      echo.onmessage = resolve
      new BroadcastChannel('echo').postMessage('')
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  expect(await page.evaluate(() => [window.askfirst.status, window.askfirst.isGranted('marketing')])).toEqual(
    ['undecided', false],
  )
  await expect(consent.banner).toBeVisible()
  expect(errors).toEqual([])
})

test('a tab hears of a decision however late the browser shows it the cookie', async ({
  page,
  site,
  context,
}) => {
  const url = site.page(`${site.cdn()}<h1>Shop</h1>`)
  await page.addInitScript(() => {
    const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor
    const early = get?.call(document)
    Object.defineProperty(Document.prototype, 'cookie', {
      configurable: true,
      set: set as (value: string) => void,
      // As Firefox does: another tab's cookie is seen some time after its message.
      get: () => ((window as { isLate?: boolean }).isLate ? early : get?.call(document)),
    })
  })
  await page.goto(url)
  await page.evaluate(() => {
    Object.assign(window, { isLate: true })
    new BroadcastChannel('askfirst:askfirst:/').onmessage = () =>
      setTimeout(() => Object.assign(window, { isLate: false }), 700)
  })
  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => void window.askfirst.acceptAll())
  await expect.poll(() => page.evaluate(() => window.askfirst.isGranted('marketing'))).toBe(true)
})
