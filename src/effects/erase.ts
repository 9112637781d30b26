import { stores } from '../browser/stores.js'
import type { Answer } from '../model/decision.js'
import type { CookieItem, ResolvedOptions } from '../model/options.js'
import { covers } from '../model/pattern.js'

/** Removes the declared storage of everything that was asked for and refused. */
export function eraseRefused(
  { categories, cookie }: ResolvedOptions,
  answer: (name: string) => Answer,
  report: (message: string, cause: unknown) => void,
): void {
  const refused: CookieItem[] = []
  // Our own record goes with nobody, nor does what something else may still use.
  const kept: CookieItem[] = [cookie]
  for (const [key, { cookies, services }] of Object.entries(categories)) {
    for (const [name, items] of [
      [key, cookies] as const,
      ...Object.entries(services).map(([service, { cookies }]) => [`${key}.${service}`, cookies] as const),
    ]) {
      ;(answer(name) === false ? refused : kept).push(...(items ?? []))
    }
  }
  for (const item of refused)
    void erase(item, kept).catch((cause) => report(`"${item.name}" could not be erased`, cause))
}

async function erase(item: CookieItem, kept: readonly CookieItem[]): Promise<void> {
  const { kind = 'cookie' } = item
  const store = stores[kind]
  const names = store?.names() ?? []
  // A path that is not this page's hides its cookies; their names are known all the same.
  const hidden = item.path ? `${item.name}` : undefined
  // Awaited only where it has to be: cookies are gone when the choice is made.
  for (const name of [hidden, ...(Array.isArray(names) ? names : await names)]) {
    if (name === undefined || !covers(item, name)) continue
    const isKept = kept.some((other) => (other.kind ?? 'cookie') === kind && covers(other, name))
    if (!isKept) store?.remove(name, item)
  }
}
