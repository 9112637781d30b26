import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { readObject } from './parts/read-object.js'

const usual: NameMap = {
  ...usualNames,
  preferences: 'preferences',
  statistics: 'statistics',
  marketing: 'marketing',
  'external-media': false,
}

/**
 * Borlabs Cookie: JSON in the cookie `borlabs-cookie`, the accepted services by group. It lists what was
 * accepted alone, so every other group of the map counts as refused. It stores no time.
 * Source: borlabs.io/kb/javascript-api.
 *
 * @example importChoices({ from: [borlabs({ 'external-media': 'marketing' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function borlabs(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'borlabs-cookie' } = options
  return {
    name: 'borlabs',
    cookies: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie }) {
      const consents = readObject(cookie(key)).consents
      if (!consents) return
      const answers: Record<string, boolean> = Object.create(null)
      for (const [group, services] of Object.entries(consents)) {
        if (!Array.isArray(services) || !services[0]) continue
        answers[group] = true
        answers[`${group}.*`] = false
        for (const service of services) answers[`${group}.${service}`] = true
      }
      return { answers, isList: true }
    },
  }
}
