import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { fieldsOf, readObject } from './parts/read-object.js'

const usual: NameMap = {
  essential: 'necessary',
  performance: 'preferences',
  analytics: 'statistics',
  advertising: 'marketing',
  social_networking: 'marketing',
  unclassified: false,
  do_not_sell: false,
  document_version_id: false,
}

/**
 * Termly: `TERMLY_COOKIE_CONSENT` inside the local storage `TERMLY_API_CACHE`. Where a region grants by default,
 * take refusals alone (`{ grants: false }`). Source: values of the storage in a browser.
 *
 * @example importChoices({ from: [termly()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function termly(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'TERMLY_API_CACHE' } = options
  return {
    name: 'termly',
    items: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ item }) {
      const { createdAt, value } = fieldsOf(readObject(item(key)).TERMLY_COOKIE_CONSENT)
      return { answers: fieldsOf(value), time: createdAt ?? '' }
    },
  }
}
