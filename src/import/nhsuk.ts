import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { readObject } from './parts/read-object.js'

const usual: NameMap = { consented: false }

/**
 * NHS.UK cookie-consent: JSON in the cookie `nhsuk-cookie-consent`, answered when `consented` is true. It stores
 * no time. Source: src/cookieconsent.ts of 2.0.0.
 *
 * @example importChoices({ from: [nhsuk()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function nhsuk(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'nhsuk-cookie-consent' } = options
  return {
    name: 'nhsuk',
    cookies: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie }) {
      const answers = readObject(cookie(key))
      return answers.consented === true ? { answers } : undefined
    },
  }
}
