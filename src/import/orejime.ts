import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { readObject } from './parts/read-object.js'
import { usualNames } from './parts/usual-names.js'

/**
 * Orejime 3 (cookie `eu-consent`) and 2 (cookie `orejime`): `{"purpose":true}`. It stores nothing before a
 * choice, and no time. Source: src/core/CookieConsentsRepository.ts of 3.2.0.
 *
 * @example importChoices({ from: [orejime({ mesures: 'statistics' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function orejime(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const keys = options.key ? [options.key] : ['eu-consent', 'orejime']
  return defineImporter({
    name: 'orejime',
    places: keys.map((name) => ({ kind: 'cookie', name })),
    usual: usualNames,
    map,
    options,
    find({ cookie }) {
      const key = keys.find((key) => cookie(key))
      const answers = key && readObject(cookie(key))
      return answers ? { answers } : undefined
    },
  })
}
