import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { readObject } from './parts/read-object.js'

/**
 * vanilla-cookieconsent 3 and 2: JSON in the cookie or in the local storage `cc_cookie`. Version 3 names every
 * category under `services`; version 2 lists the accepted ones alone, so that every other category of the map
 * counts as refused. Source: types/index.d.ts of 3.1.0 and src/cookieconsent.js of 2.9.2.
 *
 * @example importChoices({ from: [vanillaCookieconsent({ ads: 'marketing' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function vanillaCookieconsent(
  map: NameMap = {},
  { key = 'cc_cookie', grants }: ImportOptions = {},
): Importer {
  return {
    name: 'vanilla-cookieconsent',
    cookies: [key],
    items: [key],
    map: { ...usualNames, ...map },
    grants,
    find({ cookie, item }) {
      const {
        services,
        categories,
        expirationTime,
        last_consent_update = '',
        lastConsentTimestamp: time = last_consent_update,
      } = readObject(cookie(key) ?? item(key))
      const answers: Record<string, boolean> = {}
      for (const [category, granted] of Object.entries((services ?? {}) as Record<string, string[]>)) {
        // A category without services of its own has an empty list.
        answers[category] = false
        if (granted[0]) answers[`${category}.*`] = false
        for (const service of granted) answers[`${category}.${service}`] = true
      }
      for (const category of categories as string[]) answers[category] = true
      if ((expirationTime as number) < Date.now()) return
      return { answers, time, isList: !services }
    },
  }
}
