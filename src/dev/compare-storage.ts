import type { CookieKind } from '../model/categories.js'
import { declaredIn, kindOf } from '../model/declared.js'
import { matches } from '../model/pattern.js'
import type { Settings } from '../model/settings.js'
import { knownPurpose } from './known-cookies.js'
import { describeMisfiled, describeUndeclared, findMisfiled, findUndeclared } from './rules/judge-declared.js'
import { cite } from './rules/rules.js'

/** One thing in the browser. */
export interface StoredItem {
  readonly kind: CookieKind
  readonly name: string
}

const write = ({ kind, name }: StoredItem) => `${kind} "${name}"`

/**
 * Compares what is there with what is declared, by the rules of the audit.
 * @returns one line for each that is undeclared, or known for a purpose that nobody may call necessary
 */
export function compareStorage(options: Settings, present: readonly StoredItem[]): string[] {
  const declared = declaredIn(options)
  const items = present.filter(({ kind, name }) => kind !== 'cookie' || name !== options.cookie.name)
  const find = (it: StoredItem) =>
    declared.find(({ item }) => kindOf(item) === it.kind && matches(item.name, it.name))
  const isRequired = ({ category }: { readonly category: string }) => !!options.categories[category]?.required
  const undeclared = findUndeclared({ items, find }).map((it) =>
    cite('undeclared-storage', describeUndeclared(write(it))),
  )
  const misfiled = findMisfiled({
    items,
    declared,
    find,
    isRequired,
    know({ item }, seen) {
      // What a RegExp means shows with the item alone.
      const name = seen?.name ?? (typeof item.name === 'string' ? item.name : '')
      const purpose = knownPurpose(name)
      return purpose ? { what: write({ kind: kindOf(item), name }), purpose } : undefined
    },
  }).map(({ declared: { category }, known: { what, purpose } }) =>
    cite('misfiled-storage', describeMisfiled(what, category, `is known for ${purpose}`)),
  )
  return [...new Set([...undeclared, ...misfiled])]
}
