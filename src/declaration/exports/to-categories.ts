import type { Categories, CookieItem } from '../../model/categories.js'
import type { DeclaredItem } from '../declared-items.js'

/**
 * Turns rows (of `fromCsv`, or the `items` of an exported declaration) back into the option `categories`.
 *
 * @param base what rows do not say: which categories are required, their labels, their services' switches
 * @example
 * createConsent({ categories: toCategories(fromCsv(text), { necessary: { required: true }, statistics: {} }) })
 */
export function toCategories(items: readonly DeclaredItem[], base: Categories = {}): Categories {
  const filled = new Map(Object.entries(base))
  for (const item of items) {
    const { category: name, service } = item
    const category = filled.get(name) ?? {}
    const { services } = category
    filled.set(
      name,
      service
        ? { ...category, services: { ...services, [service]: withItem(services?.[service] ?? {}, item) } }
        : withItem(category, item),
    )
  }
  return Object.fromEntries(filled)
}

function withItem<T extends { readonly cookies?: readonly CookieItem[] | undefined }>(
  owner: T,
  item: DeclaredItem,
): T {
  return { ...owner, cookies: [...(owner.cookies ?? []), toOption(item)] }
}

/** An item as the options have it: nothing said is nothing written. */
function toOption({ name, kind, party, ...said }: DeclaredItem): CookieItem {
  return {
    name,
    kind,
    party,
    label: said.label || undefined,
    provider: said.provider || undefined,
    domain: said.domain || undefined,
    path: said.path || undefined,
    purpose: said.purpose || undefined,
    duration: said.duration || undefined,
    policyUrl: said.policyUrl || undefined,
  }
}
