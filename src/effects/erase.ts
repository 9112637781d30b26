import { definePlugin, type EarlyContext, type Plugin } from '../api/plugin.js'
import { stores } from '../browser/stores.js'
import type { CookieItem } from '../model/categories.js'
import { declaredIn, kindOf } from '../model/declared.js'
import { matches } from '../model/pattern.js'

/** Delay (ms) of a second erase, for cookies that late responses to the previous page set. */
const SECOND_ERASE_DELAY = 2000

/**
 * Removes the declared storage of everything that was asked for and refused: with each decision, at the start,
 * and whenever the page is looked at again, because code in a tab that was not reloaded may set it again.
 *
 * @example
 * import { createConsent } from 'askfirst/core'
 * import { erase } from 'askfirst/erase'
 * createConsent({ plugins: [erase()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function erase(): Plugin {
  let context: EarlyContext | undefined
  const eraseRefused = () => {
    if (!context) return
    const { options, answer, report } = context
    const declared = declaredIn(options)
    // Never our own cookie, nor an item that a granted or unasked name declares too.
    const kept: CookieItem[] = [options.cookie]
    for (const { name, item } of declared) if (answer(name) !== false) kept.push(item)
    for (const { name, item } of declared) {
      if (answer(name) === false)
        void removeMatching(item, kept, options.erase === 'host').catch((cause) =>
          report(`"${item.name}" could not be erased`, cause),
        )
    }
  }
  return definePlugin({
    name: 'erase',
    early(given) {
      context = given as unknown as EarlyContext
    },
    setup() {
      // The page before this one may have set it again on its way out.
      eraseRefused()
      const timer = setTimeout(eraseRefused, SECOND_ERASE_DELAY)
      return () => clearTimeout(timer)
    },
    apply: eraseRefused,
    revisit: eraseRefused,
  })
}

async function removeMatching(
  item: CookieItem,
  kept: readonly CookieItem[],
  isOfHost: boolean,
): Promise<void> {
  const kind = kindOf(item)
  const store = stores[kind]
  const names = store?.names() ?? []
  // A path that is not this page's hides its cookies; their names are known all the same.
  const hidden = item.path ? `${item.name}` : undefined
  // Awaited only where it has to be: cookies are gone when the choice is made.
  for (const name of [hidden, ...(Array.isArray(names) ? names : await names)]) {
    if (name === undefined || !matches(item.name, name)) continue
    const isKept = kept.some((other) => kindOf(other) === kind && matches(other.name, name))
    if (!isKept) store?.remove(name, item, isOfHost)
  }
}
