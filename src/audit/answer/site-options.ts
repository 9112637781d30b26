import type { Declaration, DeclaredItem } from '../rules/facts.js'

/** Options of askfirst as they can be sent out of a page: patterns as text. */
export interface SiteOptions {
  readonly cookie: {
    readonly name: string
    readonly path: string
    readonly domain?: string | undefined
    readonly sameSite?: 'Lax' | 'Strict' | 'None' | undefined
    readonly secure?: boolean | undefined
    readonly days: number
  }
  readonly policyVersion: string
  /** Whether the record is kept in a place of the site's own. */
  readonly isElsewhere: boolean
  readonly categories: { readonly [category: string]: SiteCategory }
}

export interface SiteCategory {
  readonly model: 'required' | 'exempt' | 'opt-out' | 'opt-in'
  readonly services: readonly string[]
  readonly items: readonly Omit<DeclaredItem, 'category'>[]
  /** Hosts that its services name. */
  readonly hosts: readonly string[]
}

interface LooseItem {
  readonly name?: unknown
  readonly kind?: unknown
  readonly domain?: unknown
}
interface LooseService {
  readonly cookies?: readonly LooseItem[]
  readonly match?: unknown
}
export interface LooseOptions {
  readonly cookie?: { readonly [key: string]: unknown }
  readonly policy?: { readonly version?: unknown }
  readonly storage?: unknown
  readonly categories?: {
    readonly [category: string]: LooseService & {
      readonly required?: unknown
      readonly model?: unknown
      readonly services?: { readonly [service: string]: LooseService }
    }
  }
}

/**
 * Brings options, whether resolved in a page or as a site wrote them, to plain data.
 * Runs in pages too: it is sent as text and must not use anything outside itself.
 */
export function plainOptions(options: LooseOptions): SiteOptions {
  const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value))
  const list = <T>(value: readonly T[] | T | undefined): readonly T[] =>
    Array.isArray(value) ? value : value === undefined ? [] : [value as T]
  const readItem = ({ name, kind, domain }: LooseItem) => {
    // An expression of another realm is no `instanceof RegExp`.
    const isExpression = Object.prototype.toString.call(name) === '[object RegExp]'
    const expression = name as RegExp
    return {
      name: String(name),
      ...(isExpression && { expression: [expression.source, expression.flags] as const }),
      kind: (text(kind) ?? 'cookie') as DeclaredItem['kind'],
      domain: text(domain),
    }
  }
  const readHosts = ({ match }: LooseService) =>
    list(match as string | readonly string[] | undefined)
      .map((one) => /^(?:[a-z]+:)?(?:\/\/)?(?:\*\.)?([a-z0-9.-]+\.[a-z]+)/i.exec(String(one))?.[1] ?? '')
      .filter(Boolean)
  const given = options.categories ?? {}
  const names = Object.keys(given)
  const categories = Object.fromEntries(
    (names.length > 0 ? names : ['necessary', 'preferences', 'statistics', 'marketing']).map((name) => {
      const category = given[name] ?? { required: name === 'necessary' }
      const services = Object.values(category.services ?? {})
      const parts = [category as LooseService, ...services]
      const model = category.required ? 'required' : (text(category.model) ?? 'opt-in')
      return [
        name,
        {
          model: model as SiteCategory['model'],
          services: Object.keys(category.services ?? {}),
          items: parts.flatMap(({ cookies }) => list(cookies).map(readItem)),
          hosts: parts.flatMap(readHosts),
        },
      ]
    }),
  )
  const cookie = options.cookie ?? {}
  return {
    cookie: {
      name: text(cookie.name) ?? 'askfirst',
      path: text(cookie.path) ?? '/',
      domain: text(cookie.domain),
      sameSite: text(cookie.sameSite) as 'Lax' | undefined,
      secure: cookie.secure as boolean | undefined,
      days: Number(cookie.days ?? 182),
    },
    policyVersion: text(options.policy?.version) ?? '',
    isElsewhere: Boolean(options.storage),
    categories,
  }
}

/** What the rules need of it. */
export function toDeclaration(
  options: SiteOptions,
  source: Declaration['source'],
  hosts: { readonly [host: string]: string } = {},
): Declaration {
  const entries = Object.entries(options.categories)
  return {
    source,
    record: options.cookie.name,
    categories: Object.fromEntries(entries.map(([name, { model }]) => [name, model])),
    items: entries.flatMap(([category, { items }]) => items.map((item) => ({ ...item, category }))),
    hosts: {
      ...Object.fromEntries(entries.flatMap(([name, one]) => one.hosts.map((host) => [host, name]))),
      ...hosts,
    },
  }
}
