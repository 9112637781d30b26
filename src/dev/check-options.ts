import { defaultCategories } from '../model/decision.js'
import { matchTag, parseTag } from '../text/language.js'
import { didYouMean } from './did-you-mean.js'
import { optionTable, textKeys } from './option-table.js'
import { fields } from './rule.js'

interface Given {
  readonly categories?: object
  readonly locale?: string
  readonly locales?: object
  readonly texts?: object
  readonly regions?: { readonly [code: string]: { readonly texts?: object; readonly categories?: object } }
}

const checkAll = fields(optionTable)

/**
 * Development builds only: compares options with the table of all options.
 * @returns a sentence for each that is misspelt or has a value that is not used
 */
export function checkOptions(options: object): string[] {
  const given = options as Given
  const problems = checkAll(options, '')
  const names = Object.keys(given.categories ?? defaultCategories)
  const keys = [...textKeys, ...names.flatMap((name) => [name, `${name}Description`])]
  const overlays = Object.entries(given.regions ?? {}).filter(([, it]) => it)

  function checkTexts(texts: object | undefined, option: string): void {
    for (const key of Object.keys(texts ?? {}))
      if (!keys.includes(key))
        problems.push(`${option}.${key}: there is no such text. ${didYouMean(key, keys)}`)
  }
  checkTexts(given.texts, 'texts')
  for (const [code, { texts, categories }] of overlays) {
    checkTexts(texts, `regions.${code}.texts`)
    // Presets name the four usual categories, which a site need not have.
    for (const name of Object.keys(categories ?? {}))
      if (!names.includes(name) && !Object.hasOwn(defaultCategories, name))
        problems.push(
          `regions.${code}.categories.${name}: there is no such category. ${didYouMean(name, names)}`,
        )
  }
  const { locale } = given
  const tags = ['en', ...Object.keys(given.locales ?? {})]
  if (locale && parseTag(`${locale}`) && !matchTag(tags, `${locale}`))
    problems.push(
      `locale: there is no language file for "${locale}", so texts are English. ${didYouMean(locale, tags)}`,
    )
  return problems
}
