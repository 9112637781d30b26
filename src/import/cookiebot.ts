import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { decode } from './parts/read-object.js'

/**
 * Cookiebot's cookie `CookieConsent`: `{stamp:'…',necessary:true,…,method:'explicit',utc:…}`, no JSON. `0` is
 * an old refusal; `-1` says that the region needs no consent, `method:'implied'` that nobody was asked.
 * Source: the values of uc.js, see docs/moving/cookiebot.md.
 *
 * @example importChoices({ from: [cookiebot()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function cookiebot(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const key = options.key ?? 'CookieConsent'
  return {
    name: 'cookiebot',
    cookies: [key],
    map,
    grants: options.grants,
    find({ cookies }) {
      // Cookiebot itself believes the longest of its cookies.
      const [value = ''] = cookies
        .flatMap(([name, value]) => (name === key ? [decode(value)] : []))
        .sort((a, b) => b.length - a.length)
      if (value === '0') return { answers: { preferences: false, statistics: false, marketing: false } }
      const fields: Record<string, string> = Object.create(null)
      for (const [, name, text] of value.matchAll(/(\w+):'?([^',}]*)/g)) fields[`${name}`] = `${text}`
      if (fields.method !== 'explicit' || !fields.stamp || fields.stamp === '-1') return
      const answers: Record<string, boolean> = {}
      for (const name of ['preferences', 'statistics', 'marketing']) {
        if (/^(true|false)$/.test(`${fields[name]}`)) answers[name] = fields[name] === 'true'
      }
      return { answers, time: Number(fields.utc) }
    },
  }
}
