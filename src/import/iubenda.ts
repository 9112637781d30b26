import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { fieldsOf, readObject } from './parts/read-object.js'

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
  return {
    name: 'iubenda',
    cookies: ['_iub_cs-*'],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookies }) {
      const [, value] = cookies.find(([name]) => /^_iub_cs-s?\d+$/.test(name)) ?? []
      const { timestamp: time, purposes, consent } = readObject(value)
      if (purposes) return { answers: Array.isArray(purposes) ? {} : fieldsOf(purposes), time: time ?? '' }
      return consent === false ? { answers: { 2: false, 4: false, 5: false }, time: time ?? '' } : undefined
    },
  }
}
