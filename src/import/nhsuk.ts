import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { fieldsOf, readObject } from './parts/read-object.js'

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
  return defineImporter({
    name: 'nhsuk',
    places: [{ kind: 'cookie', name: key }],
    usual,
    map,
    options,
    find({ cookie }) {
      const answers = fieldsOf(readObject(cookie(key)))
      return answers.consented === true ? { answers } : undefined
    },
  })
}
