import type { CategoryOptions, CookieItem, ServiceOptions } from './categories.js'
import { joinName } from './names.js'

/** One declared item of storage, with the place it is declared in. */
export interface Declared {
  /** `category` or `category.service`. */
  readonly name: string
  readonly category: string
  readonly service: string | undefined
  /** Options of the service it belongs to. */
  readonly by: ServiceOptions | undefined
  readonly item: CookieItem
}

/** The part of the categories that the walk needs, as given or resolved. */
interface CategoriesOf {
  readonly categories: { readonly [category: string]: Pick<CategoryOptions, 'services' | 'cookies'> }
}

/** Every declared item of storage, in the order of the options. */
export function declaredIn({ categories }: CategoriesOf): Declared[] {
  return Object.entries(categories).flatMap(([category, { cookies, services }]) => {
    const list = (items: readonly CookieItem[] | undefined, service?: string, by?: ServiceOptions) =>
      (items ?? []).map((item) => ({ name: joinName(category, service), category, service, by, item }))
    return [
      ...list(cookies),
      ...Object.entries(services ?? {}).flatMap(([key, service]) => list(service.cookies, key, service)),
    ]
  })
}

export const kindOf = ({ kind = 'cookie' }: CookieItem) => kind
