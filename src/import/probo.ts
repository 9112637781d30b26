import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { fieldsOf, readObject } from './parts/read-object.js'

/**
 * Probo: JSON in the cookie `probo_consent`. The actions `GPC` and `ACKNOWLEDGE` are a browser's signal and a
 * notice that was closed: no answers. Source: packages/cookie-banner/src/cookie.ts of 0.16.0, tried with 0.18.0.
 *
 * @example importChoices({ from: [probo({ 'product-analytics': 'statistics' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function probo(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'probo_consent' } = options
  return {
    name: 'probo',
    cookies: [key],
    map: { ...usualNames, ...map },
    grants: options.grants,
    find({ cookie }) {
      const { action, data } = readObject(cookie(key))
      if (/^(ACCEPT_ALL|REJECT_ALL|CUSTOMIZE)$/.test(`${action}`)) return { answers: fieldsOf(data) }
      return
    },
  }
}
