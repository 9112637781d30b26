import { bare } from './bare.js'
import type { Categories } from './categories.js'
import { defaultCategories } from './decision.js'
import { defined } from './defined.js'
import { demand } from './demand.js'
import { modelFor, overlayFor } from './regions.js'
import { resolveCookie } from './resolve-cookie.js'
import type { CommonOptions, Settings } from './settings.js'

declare const __DEV__: boolean

const NAME = /^(?!constructor$)[a-z][a-z0-9_-]*$/

/** Milliseconds; from 2 ** 31 on a timer ends at once (HTML section 8.6). */
const isTimeout = (value: unknown): value is number => Number(value) > 0 && Number(value) < 2 ** 31

/**
 * Fills in the defaults.
 * @param isHttps whether the page is on https; on a server nothing else tells
 * @throws Error naming the option and the cure, for a configuration that cannot work
 */
export function resolveSettings(options: CommonOptions<Categories>, isHttps = true): Settings {
  const { view, plugins, ...plain } = options as typeof options & { view?: unknown; plugins?: unknown }
  const given = { reload: 'auto' as const, ...defined(plain) }
  const { categories = defaultCategories, scriptTimeout, reload } = given
  const policy = bare({ ...given.policy, version: `${given.policy?.version ?? ''}` })
  const overlay = overlayFor(given)

  demand(Object.keys(categories)[0], 'categories', '{}', __DEV__ && 'one category or more, or leave it out')
  demand(
    /^[\w.~-]*$/.test(policy.version),
    'policy.version',
    policy.version,
    __DEV__ && 'letters, digits and . _ ~ -',
  )
  const isReload = typeof reload === 'function' || /^(auto|always|never)$/.test(reload)
  demand(isReload, 'reload', reload, __DEV__ && 'auto, always, never or a function')

  return bare({
    ...given,
    policy,
    cookie: resolveCookie(given.cookie, isHttps),
    banner: bare({ ...given.banner, ...overlay?.banner }),
    texts: bare({ ...given.texts, ...overlay?.texts }),
    // A text would be added to a time, or end every wait at once.
    scriptTimeout: isTimeout(scriptTimeout) ? +scriptTimeout : 10_000,
    categories: bare(
      Object.fromEntries(
        Object.entries(categories).map(([key, category]) => {
          const filled = bare({ required: false, services: {}, cookies: [], ...defined(category) })
          for (const [name, of] of [[key, filled] as const, ...Object.entries(filled.services)]) {
            demand(
              NAME.test(name),
              'categories',
              name,
              __DEV__ && 'another: a–z first, then a–z, 0–9, _ and -, and not constructor',
            )
            // Without a name it would be the pattern of every cookie of the site.
            for (const { name } of of?.cookies ?? [])
              demand(name, 'cookies.name', name, __DEV__ && 'a string or a RegExp')
          }
          return [key, bare({ ...filled, model: modelFor(given, key, filled.model) })]
        }),
      ),
    ),
  })
}
