import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { fieldsOf, isFields, readObject } from './parts/read-object.js'

/** Its purposes by number. */
const usual: NameMap = {
  1: 'necessary',
  2: 'preferences',
  3: 'preferences',
  4: 'statistics',
  5: 'marketing',
}

/**
 * iubenda: JSON in the cookie `_iub_cs-<site>`, answers by purpose. An old `consent: true` without purposes may
 * have been scrolling and is no answer; `consent: false` is one. Source: iubenda.com, "Cookie Solution", and
 * values of the cookie in a browser.
 *
 * @example importChoices({ from: [iubenda()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function iubenda(map: NameMap = {}, options: ImportOptions = {}): Importer {
  return defineImporter({
    name: 'iubenda',
    places: [{ kind: 'cookie', name: '_iub_cs-*' }],
    usual,
    map,
    options,
    find({ cookies }) {
      const [, value] = cookies.find(([name]) => /^_iub_cs-s?\d+$/.test(name)) ?? []
      const { timestamp: time, purposes, consent } = fieldsOf(readObject(value))
      if (isFields(purposes)) return { answers: purposes, time: time ?? '' }
      return consent === false ? { answers: { 2: false, 4: false, 5: false }, time: time ?? '' } : undefined
    },
  })
}
