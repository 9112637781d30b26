import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { decode, fieldsOf, readObject } from './parts/read-object.js'

/** Its own purposes; a site can have others. */
const usual: NameMap = {
  cookies: false,
  analytics: 'statistics',
  measure_content_performance: 'statistics',
  content_personalization: 'preferences',
  select_personalized_content: 'preferences',
  ad_delivery: 'marketing',
  advertising_personalization: 'marketing',
  create_ads_profile: 'marketing',
  select_personalized_ads: 'marketing',
  measure_ad_performance: 'marketing',
}

const list = (value: unknown) => (Array.isArray(value) ? value : []).map(String)

/**
 * Didomi: JSON in base64 in the cookie `didomi_token`; purposes, and vendors that the map names, listed as
 * enabled and disabled. Before a choice there are none. Source: developers.didomi.io, "Cookies and local storage".
 *
 * @example importChoices({ from: [didomi({ 'c:matomo': 'statistics' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function didomi(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'didomi_token' } = options
  return defineImporter({
    name: 'didomi',
    places: [{ kind: 'cookie', name: key }],
    usual,
    map,
    options,
    find({ cookie }, names) {
      const { updated, purposes, vendors } = fieldsOf(readObject(atob(decode(cookie(key) ?? ''))))
      const pick = (value: unknown, isNamed: (name: string) => boolean) => {
        const { enabled, disabled } = fieldsOf(value)
        const granted = list(enabled).map((name): [string, boolean] => [name, true])
        const refused = list(disabled).map((name): [string, boolean] => [name, false])
        return [...granted, ...refused].filter(([name]) => isNamed(name))
      }
      const answers = [...pick(vendors, (name) => Object.hasOwn(names, name)), ...pick(purposes, () => true)]
      return { answers: Object.fromEntries(answers), time: updated ?? '' }
    },
  })
}
