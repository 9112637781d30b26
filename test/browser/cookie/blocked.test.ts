import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { collectEvents } from '../harness/events.js'
import { expect, test } from '../harness/index.js'

const unpersisted = [expect.objectContaining({ persisted: false, source: 'banner' })]

const shop = (cdn: string) => `${cdn}<title>Shop</title><h1>Shop</h1>
  <script type="text/plain" data-category="statistics">(window.ran ||= []).push('A')</script>
  <script type="text/plain" data-category="marketing">(window.ran ||= []).push('B')</script>`

test('a sandboxed frame without cookies keeps the choice for this page', async ({ page, site }) => {
  const events = await collectEvents(page)
  const framed = site.page(shop(site.cdn()), { path: '/framed' })
  await page.goto(
    site.page(`<iframe sandbox="allow-scripts" src="${framed}" width="900" height="600"></iframe>`),
  )
  const frame = page.frames().find((each) => each.url() === framed)
  if (!frame) throw new Error('The frame is missing.')
  await frame.locator('#askfirst [data-ready] [data-consent-action="accept-all"]').click()

  await expect.poll(() => frame.evaluate(() => window.ran)).toEqual(['A', 'B'])
  await expect(frame.locator('#askfirst').getByRole('region')).toHaveCount(0)
  expect(await frame.evaluate(() => window.askfirst.status)).toBe('decided')
  expect(await events('change', frame)).toEqual(unpersisted)
  expect(await events('error', frame)).toHaveLength(1)
})

test('a file opened from disk can be decided on', async ({ page, site, consent }, testInfo) => {
  const events = await collectEvents(page)
  const file = testInfo.outputPath('shop.html')
  await writeFile(file, `<!doctype html><html lang="en">${shop(site.cdn())}`)
  await page.goto(pathToFileURL(file).href)
  await consent.preferences()
  await consent.switch(/statistics/i).click()
  await consent.save()

  await expect.poll(() => site.ran(page)).toEqual(['A'])
  await expect(consent.banner).toBeHidden()
  const [change] = await events('change')
  expect(change?.source).toBe('preferences')
  // Firefox keeps cookies of files.
  expect(await events('error')).toHaveLength(change?.persisted ? 0 : 1)
})

test('a page in a data: address can be decided on', async ({ page, site }) => {
  const events = await collectEvents(page)
  // Written into the page: Chromium lets no such page ask a server on this machine for a script.
  const core = await readFile(new URL('../../../dist/cdn/askfirst.js', import.meta.url), 'utf8')
  const html = `<!doctype html><html lang="en">${shop(`<script data-actions="#mine">${core}</script>`)}
    <div id="mine"><button data-consent-action="accept-all">Agree</button></div>`
  await page.goto(`data:text/html,${encodeURIComponent(html)}`)
  await page.getByRole('button', { name: 'Agree' }).click()

  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  expect(await page.evaluate(() => window.askfirst.status)).toBe('decided')
  expect(await events('change')).toEqual([expect.objectContaining({ persisted: false, source: 'page' })])
  const errors = (await events('error')).map(({ message }) => message)
  expect(errors).toEqual([expect.stringMatching(/stored/)])
})

test('cookies that the browser drops without a word are noticed', async ({ page, site, consent }) => {
  const events = await collectEvents(page)
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
  })
  await page.goto(site.page(shop(site.cdn())))
  await consent.accept()

  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  expect(await events('change')).toEqual(unpersisted)
  expect((await events('error')).map(({ message }) => message)).toEqual([expect.stringMatching(/stored/)])
  // Looking at the page again must not ask again.
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(consent.banner).toBeHidden()
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => void window.askfirst.withdraw('statistics'))
  await loaded
  await expect(consent.banner).toBeVisible()
})

for (const [domain, host] of [
  ['other.test', 'www.shop.test'],
  ['test', 'www.shop.test'],
  ['co.uk', 'www.shop.co.uk'],
  ['github.io', 'me.github.io'],
  ['blog.shop.test', 'www.shop.test'],
  ['shop.test', '127.0.0.1'],
  ['shop.test', 'localhost'],
] as const) {
  test(`the cookie domain ${domain} on ${host} falls back to this host alone`, async ({
    page,
    site,
    consent,
    context,
  }) => {
    const events = await collectEvents(page)
    const url = site.page(shop(site.cdn({ 'data-cookie-domain': domain })), { host })
    await page.goto(url)
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
    expect((await events('change'))[0]?.persisted).toBe(true)
    expect((await context.cookies()).map((cookie) => [cookie.name, cookie.domain])).toEqual([
      ['askfirst', host],
    ])

    await page.goto(url)
    await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
    await expect(consent.banner).toHaveCount(0)
  })
}
