import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'

const source = `
  import { createConsent } from 'askfirst'
  createConsent({ view: () => import('askfirst/view'), categories: {
    necessary: { required: true, cookies: [{ name: 'basket' }, { name: '_hjSession*' }] },
    statistics: { cookies: [{ name: 'visits' }, { name: 'queue', kind: 'local-storage' }] } } }).start()`

/** What tags of both categories store, some of it declared. */
const tags = `
  <script>document.cookie = 'basket=1'</script>
  <script type="text/plain" data-category="statistics">
    document.cookie = 'visits=1'
    document.cookie = 'undeclared=1'
    document.cookie = '_hjSession_1=1'
    localStorage.queue = 1
    localStorage.stray = 1
    sessionStorage.tab = 1
    indexedDB.open('base')
    setTimeout(() => { document.cookie = 'late=1' }, 3000)
  </script>`

const listen = (page: Page): string[] => {
  const heard: string[] = []
  page.on('console', (message) => heard.push(message.text()))
  return heard
}
const isAudit = (line: string) => line.includes('stored and declared items differ')

test('development builds list the undeclared and the misfiled once, and later ones when they come', async ({
  page,
  site,
  consent,
}) => {
  const heard = listen(page)
  await page.goto(site.page(`${await site.bundle(source, { condition: 'development' })}${tags}`))
  await consent.banner.waitFor()
  await page.waitForTimeout(2500)
  expect(heard.filter(isAudit)).toEqual([])

  await consent.accept()
  await expect.poll(() => heard.filter(isAudit).length, { timeout: 10_000 }).toBe(1)
  const [first = ''] = heard.filter(isAudit)
  for (const line of [
    'cookie "undeclared" is not declared',
    'local-storage "stray" is not declared',
    'session-storage "tab" is not declared',
    'indexed-db "base" is not declared',
    'cookie "_hjSession_1" is declared under "necessary", which cannot be refused, and is known for statistics',
  ]) {
    expect(first).toContain(line)
  }
  for (const declared of ['"visits"', '"basket"', '"queue"', '"askfirst"'])
    expect(first).not.toContain(declared)

  await expect.poll(() => heard.filter(isAudit).length, { timeout: 10_000 }).toBe(2)
  expect(heard.filter(isAudit)[1]).toContain('cookie "late" is not declared')
  expect(heard.filter(isAudit)[1]).not.toContain('"undeclared"')
  await page.waitForTimeout(4500)
  expect(heard.filter(isAudit)).toHaveLength(2)
})

test('who refuses something hears nothing: what is missing proves nothing', async ({
  page,
  site,
  consent,
}) => {
  const heard = listen(page)
  await page.goto(site.page(`${await site.bundle(source, { condition: 'development' })}${tags}`))
  await page.evaluate(() => localStorage.setItem('stray', '1'))
  await consent.reject()
  await page.waitForTimeout(3000)
  expect(heard.filter(isAudit)).toEqual([])
})

test('production builds are silent', async ({ page, site, consent }) => {
  const heard = listen(page)
  await page.goto(site.page(`${await site.bundle(source)}${tags}`))
  await consent.accept()
  await page.waitForTimeout(5500)
  expect(await page.evaluate(() => document.cookie)).toContain('late=1')
  expect(heard.filter((line) => line.includes('askfirst'))).toEqual([])
})
