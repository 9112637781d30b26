import { type DeclaredItem, declaredItems } from '../declared-items.js'
import { type DescribedCategory, describeCategories } from '../described-categories.js'
import type { DeclaredOptions, Language } from '../options.js'
import { declaredOptions, wordingOf } from '../wording.js'

/** A declaration as data, in one language. */
export interface ExportedDeclaration {
  readonly policy: { readonly version: string; readonly url: string }
  readonly locale: string
  readonly categories: readonly DescribedCategory[]
  readonly items: readonly DeclaredItem[]
}

/**
 * The declaration as data, for a table, a database or `JSON.stringify`.
 *
 * @example
 * await writeFile('cookies.json', JSON.stringify(exportDeclaration(options, { locale: 'fr', strings: fr })))
 */
export function exportDeclaration(given: DeclaredOptions, language: Language = {}): ExportedDeclaration {
  const wording = wordingOf(given, language)
  const options = declaredOptions(given, wording)
  const { version, url = '' } = options.policy
  return {
    policy: { version, url },
    locale: wording.locale,
    categories: describeCategories(options, wording),
    items: declaredItems(options, wording.locale),
  }
}
