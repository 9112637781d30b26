import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { fieldsOf, readObject } from './parts/read-object.js'

/** The preference categories of its own dialog. */
const usual: NameMap = { ...usualNames, marketingAndAnalytics: 'statistics marketing' }

/**
 * Segment's consent-manager: JSON in the cookie `tracking-preferences`, categories under `custom`, vendors under
 * `destinations`. With `implyConsentOnInteraction` a click anywhere was stored as consent: take refusals alone
 * then (`{ grants: false }`). It stores no time. Source: src/consent-manager-builder/preferences.ts of 5.8.1.
 *
 * @example importChoices({ from: [segment({ Amplitude: 'statistics' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function segment(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'tracking-preferences' } = options
  return {
    name: 'segment',
    cookies: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie }, names) {
      const { destinations, custom } = readObject(cookie(key))
      const mapped = Object.entries(fieldsOf(destinations)).filter(([name]) => Object.hasOwn(names, name))
      return { answers: { ...Object.fromEntries(mapped), ...fieldsOf(custom) } }
    },
  }
}
