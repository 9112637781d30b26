import type { Importer, ImportOptions, NameMap } from '../model/importer.js'

const usual: NameMap = {
  analytics: 'statistics',
  marketing: 'marketing',
  advertising: 'marketing',
  functional: 'preferences',
  preferences: 'preferences',
}

/**
 * Silktide: `silktideCookieChoice_<type>` in local storage, for the types of the map. Closing its dialog stores
 * the defaults, so refusals alone are taken, unless `{ grants: true }` says that no type of the site has
 * `defaultValue: true`. It stores no time. Source: silktide-consent-manager.js of 2025-01-29.
 *
 * @example importChoices({ from: [silktide({ ads: 'marketing' })], remove: true })
 */
/* @__NO_SIDE_EFFECTS__ */
export function silktide(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const suffix = options.key ? `_${options.key}` : ''
  const choice = 'silktideCookieChoice_'
  const initial = `silktideCookieBanner_InitialChoice${suffix}`
  return {
    name: 'silktide',
    items: [initial],
    map: { ...usual, ...map },
    grants: options.grants ?? false,
    find({ item }, names) {
      if (item(initial) !== '1') return
      const answers = Object.keys(names).map((name) => {
        const value = item(`${choice}${name}${suffix}`)
        return [name, /^(true|false)$/.test(`${value}`) ? value === 'true' : undefined]
      })
      return { answers: Object.fromEntries(answers) }
    },
  }
}
