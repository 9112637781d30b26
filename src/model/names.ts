import type { CategoryOptions } from './categories.js'

/** The part of the categories that names need, as given or resolved. */
interface CategoriesOf {
  readonly categories: { readonly [category: string]: Pick<CategoryOptions, 'services'> }
}

/** `'marketing.youtube'` → `['marketing', 'youtube']`. */
export function splitName(name: string): [category: string, service?: string] {
  const [category = '', service] = name.split('.')
  return service === undefined ? [category] : [category, service]
}

export const categoryOf = (name: string): string => splitName(name)[0]

export const joinName = (category: string, service: string | undefined): string =>
  service ? `${category}.${service}` : category

/** Every category and `category.service` of the site, in the order of the options. */
export function namesOf({ categories }: CategoriesOf): string[] {
  return Object.entries(categories).flatMap(([key, { services }]) => [
    key,
    ...Object.keys(services ?? {}).map((service) => joinName(key, service)),
  ])
}

/**
 * Whether a name can be granted on this site. A category without declared services takes any service, because
 * a site may tag with `data-service` before it declares; a category with services takes the declared ones.
 */
export function isDeclared({ categories }: CategoriesOf, name: string): boolean {
  const [key, service] = splitName(name)
  if (!Object.hasOwn(categories, key)) return false
  const services = categories[key]?.services ?? {}
  return !service || !Object.keys(services)[0] || Object.hasOwn(services, service)
}
