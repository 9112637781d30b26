import type { Categories } from './categories.js'
import { defaultCategories } from './decision.js'
import { cookieDefaults } from './record.js'
import type { CommonOptions, Settings } from './settings.js'

const NAME = /^[a-z][a-z0-9_-]*$/

/**
 * Fills in the defaults.
 * @throws Error naming the option and the cure, for a configuration that cannot work
 */
export function resolveSettings(options: CommonOptions<Categories>): Settings {
  const categories = options.categories ?? defaultCategories
  const policy = { ...options.policy, version: `${options.policy?.version ?? ''}` }
  const cookie = { ...cookieDefaults, ...defined(options.cookie) }
  const { view, plugins, ...plain } = options as typeof options & { view?: unknown; plugins?: unknown }
  const given = { scriptTimeout: 10_000, reload: 'auto' as const, ...defined(plain) }

  demand(Object.keys(categories)[0], 'categories', '{}', 'one category or more, or leave it out')
  demand(/^[\w.~-]*$/.test(policy.version), 'policy.version', policy.version, 'letters, digits and . _ ~ -')
  demand(/^[\w.-]+$/.test(cookie.name), 'cookie.name', cookie.name, 'letters, digits and . _ -')
  demand(cookie.days > 0, 'cookie.days', cookie.days, 'a number of days above 0')
  const isReload = typeof given.reload === 'function' || /^(auto|always|never)$/.test(given.reload)
  demand(isReload, 'reload', given.reload, 'auto, always, never or a function')

  return {
    ...given,
    policy,
    cookie: { ...cookie, domain: cookie.domain?.replace(/^\./, '').toLowerCase() },
    banner: { ...options.banner },
    categories: Object.fromEntries(
      Object.entries(categories).map(([key, category]) => {
        const filled = { required: false, services: {}, cookies: [], ...defined(category) }
        for (const [name, { cookies }] of [[key, filled] as const, ...Object.entries(filled.services)]) {
          demand(
            NAME.test(name) && !(name in {}),
            'categories',
            name,
            'another: a–z first, then a–z, 0–9, _ and -',
          )
          // Without a name it would be the pattern of every cookie of the site.
          for (const { name } of cookies ?? []) demand(name, 'cookies.name', name, 'a string or a RegExp')
        }
        return [key, filled]
      }),
    ),
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** What is written as `undefined`, or left empty in a file (`null`), must not hide a default. */
function defined<T extends object>(options?: T | null): Defined<T> {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value != null)) as never
}

function demand(isMet: unknown, option: string, value: unknown, cure: string): void {
  if (!isMet) throw new Error(`[askfirst] ${option}: "${value}" cannot work. Use ${cure}.`)
}
