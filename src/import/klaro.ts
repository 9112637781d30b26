import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { readObject } from './parts/read-object.js'

/**
 * Klaro: `{"service":true}` in the cookie or in the local storage `klaro`. It stores nothing before a choice,
 * and no time. Source: src/consent-manager.js of 0.7.22.
 *
 * @example importChoices({ from: [klaro({ matomo: 'statistics', youtube: 'marketing.youtube' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function klaro(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'klaro' } = options
  return {
    name: 'klaro',
    cookies: [key],
    items: [key],
    map: { ...usualNames, ...map },
    grants: options.grants,
    find: ({ cookie, item }) => ({ answers: readObject(cookie(key) ?? item(key)) }),
  }
}
