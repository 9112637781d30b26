import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import english from '../../../src/locales/en.js'

// Tests are run from the root of the package.
const folder = 'src/locales'
const tags = readdirSync(folder).map((file) => file.replace('.ts', ''))
type Texts = { readonly [key: string]: string }
const languages = new Map(
  await Promise.all(
    tags.map(async (tag): Promise<[string, Texts]> => {
      const { default: texts }: { default: Texts } = await import(`../../../src/locales/${tag}.ts`)
      return [tag, texts]
    }),
  ),
)
const values = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort()

test('there are the 24 official languages of the European Union and twelve more', () => {
  const union = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'
  const others = 'nb is ca uk tr ar he ja ko zh-Hans zh-Hant pt-BR'
  expect([...languages.keys()].sort()).toEqual(`${union} ${others}`.split(' ').sort())
})

test.each([...languages])('%s says everything, with every value in its place', (tag, texts) => {
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
  for (const [key, text] of Object.entries(english)) {
    expect(texts[key]?.trim(), key).toBeTruthy()
    expect(values(texts[key]), key).toEqual(values(text))
    // A text that was forgotten is still English; words that are alike everywhere are short.
    if (tag !== 'en' && text.length > 20) expect(texts[key], key).not.toBe(text)
  }
})

test.each([...languages])(
  '%s names accepting and refusing alike, and short enough for a phone',
  (_, texts) => {
    const { acceptAll = '', rejectAll = '', openPreferences = '', save = '' } = texts
    expect(acceptAll).not.toBe(rejectAll)
    for (const label of [acceptAll, rejectAll, openPreferences, save]) {
      expect(label.length).toBeLessThanOrEqual(26)
      expect(Math.max(...label.split(/[\s-]/).map(({ length }) => length))).toBeLessThanOrEqual(17)
    }
  },
)
