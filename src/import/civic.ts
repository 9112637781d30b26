import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { fieldsOf, readObject } from './parts/read-object.js'

/**
 * Civic's Cookie Control: JSON in the cookie `CookieControl`, `accepted` or `revoked` for each optional
 * category, answered when `interactedWith` is true. Source: civicuk.com/cookie-control/documentation.
 *
 * @example importChoices({ from: [civic({ 'social-media': 'marketing' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function civic(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'CookieControl' } = options
  return {
    name: 'civic',
    cookies: [key],
    map: { ...usualNames, ...map },
    grants: options.grants,
    find({ cookie }) {
      const { optionalCookies, consentDate: time, interactedWith } = readObject(cookie(key))
      if (interactedWith !== true) return
      const answers = Object.entries(fieldsOf(optionalCookies)).flatMap(([name, value]) =>
        value === 'accepted' || value === 'revoked' ? [[name, value === 'accepted']] : [],
      )
      return { answers: Object.fromEntries(answers), time: time ?? '' }
    },
  }
}
