import type { Consent } from './api/consent.js'
import type { Options } from './api/options.js'
import { createCore } from './create-core.js'
import { erase } from './effects/erase.js'
import { gate } from './gate/gate.js'
import type { Categories, DefaultCategories, NamesIn } from './model/categories.js'

/**
 * Makes the consent object. Nothing happens before `start()`.
 *
 * @throws Error `[askfirst] …` naming the option and the cure, for a configuration that cannot work
 * @example
 * const consent = createConsent({
 *   policy: { version: '2024-10-01', url: '/cookies' },
 *   categories: { necessary: { required: true }, statistics: {} },
 *   view: () => import('askfirst/view'),
 * })
 * consent.start()
 */
/* @__NO_SIDE_EFFECTS__ */
export function createConsent<const C extends Categories = DefaultCategories>(
  options: Options<C> = {},
): Consent<NamesIn<C>['name']> {
  return createCore(options, [gate(), erase()])
}
