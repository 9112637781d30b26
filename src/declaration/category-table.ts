import type { DescribedCategory } from './described-categories.js'
import { type Table, withoutEmptyColumns } from './table.js'
import type { Wording } from './wording.js'

interface Given {
  /** The visitor's answer in words; left out where the visitor is not known. */
  readonly stateOf: ((category: string) => string) | undefined
  /** Whether the tables of the cookies stand below, one for each category. */
  readonly isLinked: boolean
}

/** The id of the table of one category, for links to it. */
export const anchorOf = (name: string): string => `declared-${name}`

/** One row for each purpose: what it is for, whether it can identify the visitor, on what ground, and the answer. */
export function tableOfCategories(
  categories: readonly DescribedCategory[],
  { texts }: Wording,
  { stateOf, isLinked }: Given,
): Table {
  return withoutEmptyColumns({
    id: anchorOf('categories'),
    caption: texts.categories,
    columns: [texts.category, texts.purpose, texts.identifies, texts.legalBasis, texts.currentChoice],
    rows: categories.map(({ name, label, description, identifies, legalBasis, required }) => [
      isLinked ? { link: { href: `#${anchorOf(name)}`, text: label } } : { text: label },
      { text: description },
      { text: identifies },
      { text: legalBasis },
      { text: stateOf && (required ? texts.alwaysActive : stateOf(name)) },
    ]),
    empty: texts.nothingStored,
  })
}
