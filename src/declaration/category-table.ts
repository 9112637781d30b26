import type { DescribedCategory } from './described-categories.js'
import { type Table, withoutEmptyColumns } from './table.js'
import type { Wording } from './wording.js'

interface Given {
  /** The visitor's answer for a category or `category.service` in words; left out where the visitor is not known. */
  readonly stateOf: ((name: string) => string) | undefined
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
  // A service that was answered by itself ("always allow" in a frame's place) is not what its category says.
  const answerOf = ({ name, required, services }: DescribedCategory) => {
    if (!stateOf || required) return stateOf && texts.alwaysActive
    const state = stateOf(name)
    const others = services
      .map((service) => [service.label, stateOf(`${name}.${service.name}`)] as const)
      .filter(([, own]) => own !== state)
    return [state, ...others.map((pair) => pair.join(' – '))].join(' · ')
  }
  return withoutEmptyColumns({
    id: anchorOf('categories'),
    caption: texts.categories,
    columns: [texts.category, texts.purpose, texts.identifies, texts.legalBasis, texts.currentChoice],
    rows: categories.map((category) => {
      const { name, label, description, identifies, legalBasis } = category
      return [
        isLinked ? { link: { href: `#${anchorOf(name)}`, text: label } } : { text: label },
        { text: description },
        { text: identifies },
        { text: legalBasis },
        { text: answerOf(category) },
      ]
    }),
    empty: texts.nothingStored,
  })
}
