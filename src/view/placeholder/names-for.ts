import { joinName } from '../../model/names.js'
import type { Settings } from '../../model/settings.js'

/**
 * The names that have to be granted for a tag, or none where granting would not do (`!a`) or a name is not of this
 * site. A service without a switch of its own is decided with its category.
 */
export function namesFor({ category = '', service }: DOMStringMap, { categories }: Settings): string[] {
  if (category.includes('!')) return []
  const needed = category
    .trim()
    .replace(/\s*\|\s*/g, '|')
    .split(/\s+/)
    .map((term) => term.split('|')[0] as string)
  if (needed.some((name) => !Object.hasOwn(categories, name))) return []
  return needed.map((name) =>
    service && categories[name]?.services[service]?.switch ? joinName(name, service) : name,
  )
}
