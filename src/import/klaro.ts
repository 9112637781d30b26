import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { readObject } from './parts/read-object.js'
import { usualNames } from './parts/usual-names.js'

/**
 * Klaro: `{"service":true}` in the cookie or in the local storage `klaro`. It stores nothing before a choice,
 * and no time. Source: src/consent-manager.js of 0.7.22.
 *
 * @example importChoices({ from: [klaro({ matomo: 'statistics', youtube: 'marketing.youtube' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function klaro(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'klaro' } = options
  return defineImporter({
    name: 'klaro',
    places: [
      { kind: 'cookie', name: key },
      { kind: 'local-storage', name: key },
    ],
    usual: usualNames,
    map,
    options,
    find({ cookie, item }) {
      const answers = readObject(cookie(key) ?? item(key))
      return answers && { answers }
    },
  })
}
