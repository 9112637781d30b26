import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { fieldsOf, readObject } from './parts/read-object.js'
import { usualNames } from './parts/usual-names.js'

/**
 * vanilla-cookieconsent 3 and 2: JSON in the cookie or in the local storage `cc_cookie`. Version 3 names every
 * category under `services`; version 2 lists the accepted ones alone, so that every other category of the map
 * counts as refused. Source: types/index.d.ts of 3.1.0 and src/cookieconsent.js of 2.9.2.
 *
 * @example importChoices({ from: [vanillaCookieconsent({ ads: 'marketing' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function vanillaCookieconsent(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'cc_cookie' } = options
  return defineImporter({
    name: 'vanilla-cookieconsent',
    places: [
      { kind: 'cookie', name: key },
      { kind: 'local-storage', name: key },
    ],
    usual: usualNames,
    map,
    options,
    find({ cookie, item }) {
      const fields = readObject(cookie(key) ?? item(key))
      const accepted = fields?.categories
      const time = fields?.lastConsentTimestamp ?? fields?.last_consent_update ?? fields?.consent_date
      const isOver = Number(fields?.expirationTime ?? Infinity) < Date.now()
      if (!fields || !Array.isArray(accepted) || !time || isOver) return
      const answers: Record<string, boolean> = Object.create(null)
      for (const [category, services] of Object.entries(fieldsOf(fields.services))) {
        answers[category] = accepted.includes(category)
        if (!answers[category] || !Array.isArray(services) || !services[0]) continue
        answers[`${category}.*`] = false
        for (const service of services) answers[`${category}.${service}`] = true
      }
      for (const category of accepted) answers[`${category}`] = true
      return { answers, time, isList: !fields.services }
    },
  })
}
