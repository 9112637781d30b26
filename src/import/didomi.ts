import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
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

/**
 * Didomi: JSON in base64 in the cookie `didomi_token`; purposes, and vendors that the map names, listed as
 * enabled and disabled. Before a choice there are none. Source: developers.didomi.io, "Cookies and local storage".
 *
 * @example importChoices({ from: [didomi({ 'c:matomo': 'statistics' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function didomi(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'didomi_token' } = options
  return {
    name: 'didomi',
    cookies: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie }, names) {
      const { updated, purposes, vendors } = readObject(atob(decode(cookie(key))))
      const answers: Record<string, boolean> = {}
      for (const group of [vendors, purposes]) {
        const { enabled = [], disabled = [] } = fieldsOf(group) as Record<string, string[]>
        for (const name of [...enabled, ...disabled]) {
          if (group === purposes || Object.hasOwn(names, name)) answers[name] = !disabled.includes(name)
        }
      }
      return { answers, time: updated ?? '' }
    },
  }
}
