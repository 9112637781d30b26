import type { Importer, ImportOptions, NameMap } from '../model/importer.js'

const usual: NameMap = {
  all: 'preferences statistics marketing',
  essential: 'necessary',
  personalization: 'preferences',
  analytics: 'statistics',
  uncategorized: false,
}

/**
 * Osano's open-source cookieconsent 3 (cookie `cookieconsent_status`, the name `all` in the map) and 4
 * (`cookieconsent_status_ANALYTICS`, …): `allow` or `deny`. `dismiss` is a notice that was closed: no answer.
 * Source: src/cookieconsent.js of 3.1.1, src/Popup.js of version 4.
 *
 * @example importChoices({ from: [osano({ all: 'statistics' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function osano(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'cookieconsent_status' } = options
  return {
    name: 'osano',
    cookies: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookies }) {
      const answers = cookies.flatMap(([name, value]) => {
        const status = value.toLowerCase()
        if (!name.startsWith(key) || !/^(allow|deny)$/.test(status)) return []
        return [[name.slice(key.length + 1).toLowerCase() || 'all', status === 'allow']]
      })
      return { answers: Object.fromEntries(answers) }
    },
  }
}
