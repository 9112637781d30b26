import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { fieldsOf, readObject } from './parts/read-object.js'

const usual: NameMap = { ...usualNames, uncategorized: false }

/**
 * Finsweet's cookie-consent: JSON in the cookie `fs-cc`, encoded twice. In the modes `informational` and
 * `opt-out` the stored grants are defaults: take refusals alone then (`{ grants: false }`). It stores no time.
 * Source: the published file of 1.15.0.
 *
 * @example importChoices({ from: [finsweet()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function finsweet(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'fs-cc' } = options
  return {
    name: 'finsweet',
    cookies: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find: ({ cookie }) => ({ answers: fieldsOf(readObject(cookie(key)).consents) }),
  }
}
