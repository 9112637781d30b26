import type { CookieKind } from '../model/categories.js'
import { declaredIn, kindOf } from '../model/declared.js'
import { matches } from '../model/pattern.js'
import type { Settings } from '../model/settings.js'
import { knownPurpose } from './known-cookies.js'

/** One thing in the browser. */
export interface StoredItem {
  readonly kind: CookieKind
  readonly name: string
}

const write = ({ kind, name }: StoredItem) => `${kind} "${name}"`

/**
 * Compares what is there with what is declared.
 * @returns one line for each that is undeclared, or known for a purpose that nobody may call necessary
 */
export function compareStorage(options: Settings, present: readonly StoredItem[]): string[] {
  const declared = declaredIn(options)
  const isRequired = (category: string) => options.categories[category]?.required
  // A misfiled declaration is wrong before its cookie is there. What a RegExp means shows with the cookie alone.
  const promised = declared.flatMap(({ category, item: { name }, item }) =>
    isRequired(category) && typeof name === 'string' ? [{ kind: kindOf(item), name }] : [],
  )
  const found = [...present, ...promised].flatMap((it) => {
    if (it.kind === 'cookie' && it.name === options.cookie.name) return []
    const found = declared.find(({ item }) => kindOf(item) === it.kind && matches(item.name, it.name))
    if (!found) return `${write(it)} is not declared`
    const known = isRequired(found.category) && knownPurpose(it.name)
    if (!known) return []
    return `${write(it)} is known for ${known} and declared under "${found.category}", which cannot be refused`
  })
  return [...new Set(found)]
}
