import { expect, test } from 'vitest'
import { fill } from '../../../src/text/fill.js'
import { localise, matchTag } from '../../../src/text/language.js'

test('the exact tag serves before a shorter one', () => {
  expect(matchTag(['fr', 'fr-BE'], 'fr-BE')).toBe('fr-BE')
})

test('a regional tag is served by its language, whatever the case', () => {
  expect(matchTag(['en', 'FR'], 'fr-be')).toBe('FR')
  expect(matchTag(['zh', 'zh-Hant'], 'zh-Hant-TW')).toBe('zh-Hant')
})

test('a longer tag never serves a shorter wish, nor one language another', () => {
  expect(matchTag(['fr-BE'], 'fr')).toBeUndefined()
  expect(matchTag(['fr'], 'fro')).toBeUndefined()
  expect(matchTag(['fr'], '')).toBeUndefined()
})

test('a tag with an underscore is matched as it is written, and by its language', () => {
  expect(matchTag(['fr_FR'], 'fr_FR')).toBe('fr_FR')
  expect(localise({ en: 'Maps', fr: 'Cartes' }, 'fr_BE')).toBe('Cartes')
})

test('a text without languages is for everybody', () => {
  expect(localise('Maps', 'nl')).toBe('Maps')
})

test('a text falls back to the shorter tag, then English, then its first language', () => {
  expect(localise({ en: 'Maps', fr: 'Cartes' }, 'fr-BE')).toBe('Cartes')
  expect(localise({ de: 'Karten', en: 'Maps' }, 'nl')).toBe('Maps')
  expect(localise({ de: 'Karten', fr: 'Cartes' }, 'nl')).toBe('Karten')
  expect(localise({}, 'nl')).toBe('')
})

test('values are put in, unknown ones stay visible to the author', () => {
  expect(fill('{a} and {b}', { a: 'tea' })).toBe('tea and {b}')
})

test('what is written in two scripts is told apart by country', () => {
  const tags = ['zh-Hans', 'zh-Hant', 'nb', 'pt', 'pt-BR']
  expect(matchTag(tags, 'zh-TW')).toBe('zh-Hant')
  expect(matchTag(tags, 'zh-HK')).toBe('zh-Hant')
  expect(matchTag(tags, 'zh')).toBe('zh-Hans')
  expect(matchTag(tags, 'no')).toBe('nb')
  expect(matchTag(tags, 'nn-NO')).toBe('nb')
  expect(matchTag(tags, 'pt-AO')).toBe('pt')
  expect(matchTag(tags, 'not a tag')).toBeUndefined()
})

test('a tag written with an underscore is understood', () => {
  expect(matchTag(['en', 'fr'], 'fr_BE')).toBe('fr')
  expect(matchTag(['en', 'zh-Hans', 'zh-Hant'], 'zh_Hant_TW')).toBe('zh-Hant')
})
