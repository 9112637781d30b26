import type { Page } from '@playwright/test'
import { test } from '../harness/demo.js'
import { expect } from '../harness/index.js'

/** Each title quotes what the commissioned policy says; the test shows that the page does it. */
const path = '/cookies'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const tableOf = (page: Page, name: string) => page.getByRole('table', { name, exact: true })
const stateOf = (page: Page, name: string) =>
  tableOf(page, 'Catégories de cookies')
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .last()
const stored = (page: Page) => page.evaluate(() => document.cookie)

test('« quatre types de cookies : d’origine, tiers, de session et persistants »: the six cookies, grouped', async ({
  page,
  at,
}) => {
  await page.goto(at('esomus', path))
  await expect(tableOf(page, 'Cookies d’origine de session').getByRole('rowheader')).toHaveText([
    'STCK_ID',
    'Code Opération code_operation',
    'Mots clés SEO seo_keywords',
  ])
  await expect(tableOf(page, 'Cookies d’origine persistants').getByRole('rowheader')).toHaveText([
    'askfirst',
    'ID du dernier compte last_account_id',
    'UID',
    'U2',
  ])
  await expect(tableOf(page, 'Cookies tiers persistants').getByRole('rowheader')).toHaveText(['ad_profile'])
  await expect(tableOf(page, 'Cookies d’origine de session').locator('[data-label="Finalité"]')).toHaveText([
    /première inscription/,
    /temps passé sur le site/,
    /mots clés/,
  ])
})

test('« Version : 01 octobre 2024 »: the date stands on the page and in the record', async ({
  page,
  consent,
  at,
}) => {
  await page.goto(at('esomus', path))
  const version = page.getByRole('main').locator('time')
  await expect(version).toHaveAttribute('datetime', '2024-10-01')
  await expect(version).toHaveText(/^Version du 1(er)? octobre 2024$/)
  await consent.reject()
  expect(await stored(page)).toContain('askfirst=1:2024-10-01:')
})

test('« Nous devons obtenir votre accord pour placer des cookies »: none before, and each category by itself', async ({
  page,
  context,
  consent,
  at,
}) => {
  await page.goto(at('esomus', path))
  await consent.banner.waitFor()
  await page.waitForTimeout(1000)
  expect(await context.cookies()).toEqual([])
  await expect(page.getByRole('main').getByRole('status')).toContainText('Vous n’avez pas encore répondu')

  await page.getByRole('button', { name: 'Modifier mes choix' }).click()
  await expect(consent.switch('Nécessaires')).toBeDisabled()
  await consent.switch('Statistiques').click()
  await consent.save()
  await expect(stateOf(page, 'Statistiques')).toHaveText('Autorisés')
  await expect(stateOf(page, 'Marketing')).toHaveText('Non autorisés')
  await expect.poll(() => stored(page)).toContain('UID=')
  const names = (await context.cookies()).map(({ name }) => name)
  for (const name of ['STCK_ID', 'code_operation', 'U2']) expect(names).toContain(name)
  for (const name of ['seo_keywords', 'last_account_id', 'ad_profile']) expect(names).not.toContain(name)
})

test('« Si vous souhaitez retirer votre accord »: by a link, with no subscription to end', async ({
  page,
  consent,
  at,
}) => {
  await page.goto(at('esomus', path))
  await consent.accept()
  for (const control of [
    page.getByRole('link', { name: 'tout retirer' }),
    page.getByRole('button', { name: 'Retirer mon accord' }),
  ]) {
    await expect.poll(() => stored(page)).toContain('U2=')
    await control.click()
    await expect(stateOf(page, 'Statistiques')).toHaveText('Non autorisés')
    await expect
      .poll(() => stored(page))
      .toMatch(/^askfirst=1:2024-10-01:[^;]*-preferences~-statistics~-marketing$/)
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/^Votre choix du .* référence \w+$/)
    await page.getByRole('button', { name: 'Modifier mes choix' }).click()
    await consent.accept()
  }
})

test('« entre un (1) jour et cinq (5) ans »: every declared period is within, and no cookie lasts longer', async ({
  page,
  context,
  consent,
  at,
}) => {
  await page.goto(at('esomus', path))
  const declared: [string, number][] = []
  for (const caption of ['Cookies d’origine persistants', 'Cookies tiers persistants']) {
    await expect(tableOf(page, caption)).toBeVisible()
    for (const row of await tableOf(page, caption).locator('tbody').getByRole('row').all()) {
      const stay = plain(`${await row.locator('[data-label="Conservation"]').textContent()}`)
      const [, count, unit] = /(\d+) (jours?|ans?)$/.exec(stay) ?? []
      const days = Number(count) * (unit?.startsWith('an') ? 365.25 : 1)
      expect(days, stay).toBeGreaterThanOrEqual(1)
      expect(days, stay).toBeLessThanOrEqual(5 * 365.25)
      declared.push([`${await row.locator('code').textContent()}`, days])
    }
  }
  expect(declared.map(([name]) => name)).toEqual(['askfirst', 'last_account_id', 'UID', 'U2', 'ad_profile'])
  const sessions = await tableOf(page, 'Cookies d’origine de session')
    .locator('[data-label="Conservation"]')
    .allTextContents()
  expect(sessions.map(plain)).toEqual(Array(3).fill(expect.stringContaining('fermeture du navigateur')))

  await consent.accept()
  await page.getByLabel('Nom d’utilisateur').pressSequentially('ada')
  await page.getByLabel('Nom d’utilisateur').press('Tab')
  await expect.poll(() => stored(page)).toContain('last_account_id=ada')
  await expect.poll(() => stored(page)).toContain('UID=')
  const most = new Map(declared)
  for (const { name, expires } of await context.cookies()) {
    const limit = most.get(name)
    // -1: until the browser closes.
    if (limit === undefined) expect(expires, name).toBe(-1)
    // Browsers round an end up to whole seconds.
    else expect((expires * 1000 - Date.now() - 1000) / 86_400_000, name).toBeLessThanOrEqual(limit)
  }
})

test('« ID du dernier compte … accélérer votre processus de connexion »: kept once allowed, forgotten when withdrawn', async ({
  page,
  consent,
  at,
}) => {
  await page.goto(at('esomus', path))
  await consent.accept()
  await page.getByLabel('Nom d’utilisateur').pressSequentially('ada')
  await page.getByLabel('Nom d’utilisateur').press('Tab')
  await page.reload()
  await expect(page.getByLabel('Nom d’utilisateur')).toHaveValue('ada')
  await page.getByRole('link', { name: 'tout retirer' }).click()
  await expect.poll(() => stored(page)).not.toContain('last_account_id')
})

test('« La version mise à jour … entrera en vigueur dès sa publication »: asked again, told what changed, old answers hold', async ({
  page,
  context,
  consent,
  at,
}) => {
  const seconds = Math.floor(Date.now() / 1000).toString(36)
  const value = `1:2023-01-01:${seconds}:Vq3fJ8kLmN0pQw1x:banner:preferences~statistics~-marketing`
  await context.addCookies([{ name: 'askfirst', value, url: at('esomus', path) }])
  await page.goto(at('esomus', path))
  await expect(consent.banner).toContainText('Ce qui a changé : votre accord se retire désormais par un lien')
  await expect(page.getByRole('main').getByRole('status')).toContainText('version antérieure')
  // What was allowed goes on working until there is a new answer.
  await expect(stateOf(page, 'Statistiques')).toHaveText('Autorisés')
  await expect.poll(() => stored(page)).toContain('U2=')
  await consent.preferences()
  await expect(consent.dialog).toContainText('Ce qui a changé')
  await expect(consent.switch('Statistiques')).toBeChecked()
  await expect(consent.switch('Marketing')).not.toBeChecked()
  await consent.save()
  await expect(page.getByRole('main').getByRole('status')).not.toContainText('version antérieure')
  expect(await stored(page)).toContain('askfirst=1:2024-10-01:')
})

test('the page speaks French and breaks no rule of its strict security policy', async ({
  page,
  site,
  consent,
  at,
}) => {
  const violations = await site.violations(page)
  await page.goto(at('esomus', path))
  await expect(page.locator('.askfirst-declaration').first()).toHaveAttribute('lang', 'fr')
  await consent.accept()
  await expect(stateOf(page, 'Marketing')).toHaveText('Autorisés')
  expect(violations.filter((it) => !/favicon/.test(it.text))).toEqual([])
})
