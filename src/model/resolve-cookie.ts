import { bare } from './bare.js'
import { defined } from './defined.js'
import { demand } from './demand.js'
import { cookieDefaults } from './record.js'
import type { CookieOptions, Settings } from './settings.js'

declare const __DEV__: boolean

/** No other host can set a cookie of such a name (RFC 6265bis section 4.1.3.2). */
const PREFIX = '__Host-'

/**
 * The cookie as it is set: defaults filled in, its name with the prefix where that works.
 * @param isHttps whether the page is on https
 * @throws Error naming the option and the cure
 */
export function resolveCookie(options: CookieOptions | undefined, isHttps: boolean): Settings['cookie'] {
  const given = bare({
    ...cookieDefaults,
    sameSite: 'Lax',
    prefix: true,
    secure: isHttps,
    ...defined(options),
  })
  const { name, path, days, sameSite } = given
  const domain = `${given.domain ?? ''}`.replace(/^\./, '').toLowerCase() || undefined

  demand(/^[\w.-]+$/.test(name), 'cookie.name', name, __DEV__ && 'letters, digits and . _ -')
  demand(days > 0 && days < 1e5, 'cookie.days', days, __DEV__ && 'a number of days above 0')
  // Each of these ends up in a `Set-Cookie`, where a `;` begins another attribute.
  demand(
    /^\/[!-:<-~]*$/.test(path),
    'cookie.path',
    path,
    __DEV__ && 'a path that starts with /, without ; and spaces',
  )
  demand(/^[\w.-]*$/.test(domain ?? ''), 'cookie.domain', domain, __DEV__ && 'a host name')
  demand(/^(Lax|Strict|None)$/.test(sameSite), 'cookie.sameSite', sameSite, __DEV__ && 'Lax, Strict or None')

  const prefix = given.prefix && isHttps && given.secure && path === '/' && !domain && !/^__/.test(name)
  return bare({ ...given, name: prefix ? PREFIX + name : name, domain, prefix }) as Settings['cookie']
}

/** The name without the prefix that was put before it, or nothing where none was. */
export const unprefixedName = ({ name, prefix }: Settings['cookie']): string | undefined =>
  prefix ? name.slice(PREFIX.length) : undefined
