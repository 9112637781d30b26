import type { Page } from '@playwright/test'
import { test } from '../harness/demo.js'
import { expect } from '../harness/index.js'

/** Each title quotes what the commissioned policy says; the test shows that the page does it. */
const path = '/cookie-policy'

const tableOf = (page: Page, name: string) => page.getByRole('table', { name, exact: true })
const stateOf = (page: Page, name: string) =>
  tableOf(page, 'Categories of cookies')
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .last()
const cookieOf = async (page: Page) =>
  (await page.evaluate(() => document.cookie)).split('; ').find((it) => it.startsWith('askfirst=')) ?? ''

test('“Cookies are grouped into 4 categories with their respective purpose and lifetime”', async ({
  page,
  at,
}) => {
  await page.goto(at('balansys', path))
  const categories = tableOf(page, 'Categories of cookies')
  await expect(categories.getByRole('rowheader')).toHaveText([
    'Essential',
    'Preferences',
    'Statistics',
    'Marketing',
  ])
  await expect(categories.getByRole('columnheader')).toContainText([
    'Category',
    'Purpose',
    'Can these identify me?',
  ])
  for (const row of await categories.locator('tbody').getByRole('row').all())
    await expect(row.getByRole('cell').first()).toHaveText(/\w{3}/)
  for (const [name, cookies, stay] of [
    ['Essential', ['askfirst'], ['182 days']],
    ['Preferences', ['video_viewer'], ['180 days']],
    ['Statistics', ['_ga', '_ga_*', 'stats_visitor'], ['2 years', '2 years', '390 days']],
    ['Marketing', ['ad_profile', 'social_member'], ['180 days', '90 days']],
  ] as const) {
    await expect(tableOf(page, name).getByRole('rowheader')).toHaveText(cookies)
    await expect(
      tableOf(page, name).getByRole('cell').and(page.locator('[data-label="Kept for"]')),
    ).toHaveText(stay)
  }
})

test('“Can these cookies collect my personal data/identify me?”', async ({ page, at }) => {
  await page.goto(at('balansys', path))
  const answers = page.locator('[data-label="Can these identify me?"]')
  await expect(answers).toHaveText([
    /^No\./,
    /^Possibly/,
    /^No\. What is collected is anonymous/,
    /^Mostly yes: .*IP address/,
  ])
})

test('“We identify these cookies before they are used so that you can decide whether or not to accept them”', async ({
  page,
  context,
  consent,
  at,
}) => {
  await page.goto(at('balansys', path))
  await consent.banner.waitFor()
  await page.waitForTimeout(1500)
  expect(await context.cookies()).toEqual([])
  await expect(page.getByText('No third party has heard of this visit.')).toBeVisible()

  await consent.accept()
  await expect(page.locator('#ran-in-order li')).toHaveCount(3)
  const declared = await page.locator('askfirst-declaration code').allTextContents()
  const names = async () => (await context.cookies()).map(({ name }) => name)
  await expect.poll(async () => (await names()).includes('_ga_DEMO')).toBe(true)
  const covers = (pattern: string, name: string) =>
    new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name)
  expect((await names()).filter((name) => !declared.some((pattern) => covers(pattern, name)))).toEqual([])
})

test('“Session cookies … automatically deleted”, “persistent cookies … until expiration date”: no cookie outlives what is declared', async ({
  page,
  context,
  consent,
  at,
}) => {
  await page.goto(at('balansys', path))
  await consent.accept()
  await expect(page.locator('#ran-in-order li')).toHaveCount(3)
  const most = {
    askfirst: 182,
    _ga: 730,
    _ga_DEMO: 730,
    stats_visitor: 390,
    ad_profile: 180,
    video_viewer: 180,
    social_member: 90,
  }
  const kept = (await context.cookies()).map(
    ({ name, expires }) => [name, (expires * 1000 - Date.now() - 1000) / 86_400_000] as const,
  )
  expect(kept.map(([name]) => name)).toEqual(expect.arrayContaining(['askfirst', '_ga']))
  for (const [name, days] of kept) {
    expect(days, name).toBeGreaterThan(1)
    expect(days, name).toBeLessThanOrEqual(most[name as keyof typeof most])
  }
})

test('“subject to user consent with the exception of certain ‘technical’ cookies”: those cannot be refused', async ({
  page,
  consent,
  at,
}) => {
  await page.goto(at('balansys', path))
  await expect(stateOf(page, 'Essential')).toHaveText('Always active')
  await consent.preferences()
  await expect(consent.switch('Essential')).toBeChecked()
  await expect(consent.switch('Essential')).toBeDisabled()
  await page.keyboard.press('Escape')
  await consent.reject()
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
  await expect(stateOf(page, 'Essential')).toHaveText('Always active')
})

test('“They allow your consent to the use of cookies to be taken into account”: the answer is kept', async ({
  page,
  consent,
  at,
}) => {
  await page.goto(at('balansys', path))
  await consent.reject()
  const first = await cookieOf(page)
  await page.reload()
  await expect(stateOf(page, 'Marketing')).toHaveText('Not allowed')
  await expect(consent.banner).toBeHidden()
  expect(await cookieOf(page)).toBe(first)
})

test('“In the section ‘Cookie declaration’ hereafter, you can choose to enable or disable the different types of cookies (Preferences – Marketing)”', async ({
  page,
  consent,
  at,
}) => {
  await page.goto(at('balansys', path))
  await consent.reject()
  for (const [name, key] of [
    ['Preferences', 'preferences'],
    ['Marketing', 'marketing'],
    ['Statistics', 'statistics'],
  ] as const) {
    // Frames may be on their way, which Firefox's driver would wait for.
    const change = () => page.getByRole('button', { name: 'Change my choice' }).click({ noWaitAfter: true })
    await change()
    await consent.switch(name).click()
    await consent.save()
    await expect(stateOf(page, name)).toHaveText('Allowed')
    await expect(page.locator('html')).toHaveAttribute('data-consent', new RegExp(key))
    await change()
    await consent.switch(name).click()
    await consent.save()
    await expect(stateOf(page, name)).toHaveText('Not allowed')
    await expect(page.locator('html')).toHaveAttribute('data-consent', 'necessary')
  }
})

test('“User consent may be withdrawn at any time by clicking on the link in our Cookie Policy”', async ({
  page,
  context,
  consent,
  at,
}) => {
  const everything = { name: 'withdraw everything' }
  for (const control of [
    page.getByRole('link', everything),
    page.getByRole('button', { name: 'Withdraw my consent' }),
  ]) {
    await page.goto(at('balansys', path))
    if (await consent.banner.isVisible()) await consent.accept()
    else await page.evaluate(() => window.askfirst.acceptAll())
    await expect.poll(() => page.evaluate(() => document.cookie)).toContain('_ga')
    await control.click()
    await expect(stateOf(page, 'Statistics')).toHaveText('Not allowed')
    await expect.poll(() => page.evaluate(() => document.cookie)).not.toContain('_ga')
    expect(await cookieOf(page)).toMatch(/-preferences~-statistics~-marketing$/)
    await expect(page.getByText('No third party has heard of this visit.')).toBeVisible()
  }
  await page.getByRole('link', { name: 'withdraw or change your choice' }).last().click()
  await expect(consent.dialog).toBeVisible()
  expect((await context.cookies()).map(({ name }) => name)).toContain('askfirst')
})

test('“each browser on each device has been configured to your cookie settings”: a choice belongs to one browser', async ({
  page,
  browser,
  consent,
  at,
}) => {
  await page.goto(at('balansys', path))
  await consent.accept()
  await expect(stateOf(page, 'Marketing')).toHaveText('Allowed')
  const device = await browser.newContext()
  const other = await device.newPage()
  await other.goto(at('balansys', path))
  await expect(other.locator('#askfirst').getByRole('region')).toBeVisible()
  await expect(stateOf(other, 'Marketing')).toHaveText('Not allowed')
  await device.close()
})

test('“We use the Cookiebot tool …” and “will also store its own cookies”: askfirst in its place, with one cookie, declared', async ({
  page,
  context,
  consent,
  at,
}) => {
  const hosts: string[] = []
  page.on('request', (request) => hosts.push(new URL(request.url()).hostname))
  await page.goto(at('balansys', path))
  await consent.reject()
  await expect(consent.banner).toBeHidden()
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['askfirst'])
  await expect(tableOf(page, 'Essential').getByRole('rowheader')).toHaveText(['askfirst'])
  expect([...new Set(hosts)]).toEqual(['balansys.localhost'])
  expect(await page.evaluate(() => 'Cookiebot' in window)).toBe(false)
})

test('“More info*”: each third party’s own policy is a link away, and each category’s table', async ({
  page,
  at,
}) => {
  await page.goto(at('balansys', path))
  await page.getByRole('button', { name: 'Change my choice' }).waitFor()
  for (const name of ['Preferences', 'Statistics', 'Marketing']) {
    const rows = await tableOf(page, name).locator('tbody').getByRole('row').all()
    expect(rows).not.toEqual([])
    for (const row of rows)
      await expect(row.getByRole('link', { name: 'Privacy policy' })).toHaveAttribute('href', /^https:/)
    await page.getByRole('main').getByRole('link', { name: name.toLowerCase(), exact: true }).click()
    await expect(tableOf(page, name)).toBeInViewport()
  }
})

test('visitors without scripts, and search engines, read the whole declaration', async ({ browser, at }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const page = await plain.newPage()
  await page.goto(at('balansys', path))
  await expect(page.getByRole('table', { name: 'Categories of cookies' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '_ga_*' })).toBeVisible()
  await expect(page.getByText('Version of 1 October 2024')).toBeVisible()
  await plain.close()
})
