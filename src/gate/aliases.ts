import type { MarkupAlias, Report } from '../api/plugin.js'
import { findAll } from './tagged-elements.js'

/** Tags of other systems, read as askfirst's. */
export interface Aliases {
  /** Matches the elements that are translated, after a comma: '' without aliases. */
  readonly selector: string
  /** Attributes whose change makes the gate look at an element again. */
  readonly attributes: readonly string[]
  add(alias: MarkupAlias): void
  /** Translates the elements under `root`, `root` included, that are new or have changed. */
  translate(root: ParentNode): void
}

export function createAliases(report: Report): Aliases {
  const all: MarkupAlias[] = []
  /** The attributes of an element after its translation, by alias. */
  const translated = new WeakMap<Element, Map<MarkupAlias, string>>()

  function translateOne(alias: MarkupAlias, element: HTMLElement): void {
    const { selector, attributes = [], translate } = alias
    const states = translated.get(element) ?? new Map()
    translated.set(element, states)
    // Not by mutation records: those of the translation itself would come back without end.
    const read = () => ['data-category', ...attributes].map((name) => element.getAttribute(name)).join('\n')
    if (states.get(alias) === read()) return
    try {
      translate(element)
    } catch (cause) {
      report(`the markup alias "${selector}" failed`, cause)
    }
    states.set(alias, read())
  }

  return {
    get selector() {
      return all.map(({ selector }) => `,${selector}`).join('')
    },
    get attributes() {
      return all.flatMap(({ attributes = [] }) => attributes)
    },
    add: (alias) => void all.push(alias),
    translate(root) {
      for (const alias of all)
        for (const element of findAll(root, alias.selector)) translateOne(alias, element)
    },
  }
}
