import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { readObject } from './parts/read-object.js'

/**
 * Orejime 3 (cookie `eu-consent`) and 2 (cookie `orejime`): `{"purpose":true}`. It stores nothing before a
 * choice, and no time. Source: src/core/CookieConsentsRepository.ts of 3.2.0.
 *
 * @example importChoices({ from: [orejime({ mesures: 'statistics' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function orejime(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const keys = options.key ? [options.key] : ['eu-consent', 'orejime']
  return {
    name: 'orejime',
    cookies: keys,
    map: { ...usualNames, ...map },
    grants: options.grants,
    find: ({ cookie }) => ({ answers: readObject(keys.map(cookie).find((value) => value)) }),
  }
}
