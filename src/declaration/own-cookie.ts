import type { Category, CookieItem } from '../model/categories.js'
import { declaredIn, kindOf } from '../model/declared.js'
import { matches } from '../model/pattern.js'
import { unprefixedName } from '../model/resolve-cookie.js'
import type { Settings } from '../model/settings.js'

/**
 * Declares the cookie that keeps the choice, unless the site declares it: it is exempt from
 * consent but not from being named (ePrivacy Article 5(3); Planet49, C-673/17).
 */
export function withOwnCookie(options: Settings, purpose: string): Settings {
  const { categories, cookie } = options
  const isDeclared = declaredIn(options).some(
    ({ item }) =>
      kindOf(item) === 'cookie' &&
      // A site may have declared it by the name that the option has.
      [cookie.name, unprefixedName(cookie) ?? ''].some((name) => name && matches(item.name, name)),
  )
  // A place of the site's own is the site's to declare.
  if (isDeclared || options.storage) return options
  const own: CookieItem = {
    name: cookie.name,
    purpose,
    duration: `P${Math.ceil(cookie.days)}D`,
    domain: cookie.domain,
  }
  const { necessary = { required: true, services: {}, cookies: [] } } = categories
  const [key = 'necessary', category = necessary] =
    Object.entries(categories).find(([, { required }]) => required) ?? []
  const widened: Category = { ...category, cookies: [...category.cookies, own] }
  // A site without a required category still has this one cookie: it gets a place of its own.
  return {
    ...options,
    categories: key in categories ? { ...categories, [key]: widened } : { [key]: widened, ...categories },
  }
}
