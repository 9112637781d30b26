import { describe, expect, test } from 'vitest'
import { klaro } from '../../../src/import/klaro.js'
import { osano } from '../../../src/import/osano.js'
import { vanillaCookieconsent } from '../../../src/import/vanilla-cookieconsent.js'
import type { Categories } from '../../../src/model/categories.js'
import { defaultCategories } from '../../../src/model/decision.js'
import { fitChoices } from '../../../src/model/fit-choices.js'
import type { Importer } from '../../../src/model/importer.js'
import { readImported } from '../../../src/model/read-imported.js'

const DAY = 86_400_000
const options = { categories: defaultCategories, days: 182 }
const vcc = (daysAgo: number) => {
  const time = new Date(Date.now() - daysAgo * DAY).toISOString()
  return `cc_cookie=${encodeURIComponent(JSON.stringify({ categories: ['ads'], services: { ads: [], analytics: [] }, lastConsentTimestamp: time }))}`
}

describe('a cookie header', () => {
  test('the first importer with an answer counts', () => {
    const found = readImported('cookieconsent_status=deny; klaro={"ads":true}', [klaro(), osano()], options)
    expect([found?.importer.name, found?.choices]).toEqual(['klaro', { marketing: true }])
  })
  test('an importer without a name of this site leaves the word to the next', () => {
    const found = readImported('cookieconsent_status=deny; klaro={"x":true}', [klaro(), osano()], options)
    expect(found?.importer.name).toBe('osano')
  })
  test('the original time is kept', () => {
    expect(readImported(vcc(100), [vanillaCookieconsent()], options)?.decidedAt?.getTime()).toBeCloseTo(
      Date.now() - 100 * DAY,
      -5,
    )
  })
  test.each([183, -2])('an answer %s days old is not taken', (days) => {
    expect(readImported(vcc(days), [vanillaCookieconsent()], options)).toBeUndefined()
  })
  test('local storage is not there, and nothing is no answer', () => {
    for (const header of [undefined, null, '', ';;=;', 'klaro'])
      expect(readImported(header, [klaro(), vanillaCookieconsent()], options)).toBeUndefined()
  })
  test('an importer that throws has no answer', () => {
    const broken: Importer = {
      name: 'broken',
      map: {},
      find() {
        throw new Error('broken')
      },
    }
    expect(readImported('klaro={"ads":true}', [broken, klaro()], options)?.choices).toEqual({
      marketing: true,
    })
  })
})

describe('names of this site', () => {
  const categories: Categories = {
    necessary: { required: true, services: { shop: {} } },
    statistics: { services: { matomo: {}, hotjar: {} } },
    marketing: { services: { youtube: {}, maps: {} } },
    support: { services: { maps: {} } },
  }
  const inSite = (answers: Record<string, boolean>) => fitChoices(categories, answers)

  test('a bare name is the one service of that name', () => {
    expect(inSite({ matomo: true, maps: true })).toEqual({
      choices: { 'statistics.matomo': true },
      unknown: ['maps'],
    })
  })
  test('a category whose services are all answered is answered with them', () => {
    expect(inSite({ matomo: true, hotjar: true }).choices).toMatchObject({ statistics: true })
    expect(inSite({ matomo: true, hotjar: false }).choices).toEqual({
      'statistics.hotjar': false,
      statistics: false,
      'statistics.matomo': true,
    })
  })
  test('services that were not granted with their category are refused', () => {
    expect(inSite({ statistics: true, 'statistics.*': false, 'statistics.matomo': true }).choices).toEqual({
      'statistics.hotjar': false,
      statistics: true,
      'statistics.matomo': true,
    })
  })
  test('refusals come first', () => {
    expect(Object.values(inSite({ marketing: true, 'marketing.youtube': false }).choices)).toEqual([
      false,
      true,
    ])
  })
  test('what is required is not answered', () => {
    expect(inSite({ necessary: false, shop: false })).toEqual({ choices: {}, unknown: [] })
  })
  test('names of objects are no names', () => {
    expect(inSite(JSON.parse('{"__proto__":true,"constructor":true,"toString.x":true}')).choices).toEqual({})
  })
})
