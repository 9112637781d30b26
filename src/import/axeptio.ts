import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { readObject } from './parts/read-object.js'

const usual: NameMap = {
  google_analytics: 'statistics',
  matomo: 'statistics',
  hotjar: 'statistics',
  google_ads: 'marketing',
  facebook_pixel: 'marketing',
}

/**
 * Axeptio: JSON in the cookie `axeptio_cookies`, one answer for each vendor, complete when `$$completed` is
 * true. Source: developers.axeptio.eu, and values of the cookie in a browser.
 *
 * @example importChoices({ from: [axeptio({ youtube: 'marketing.youtube' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function axeptio(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'axeptio_cookies' } = options
  return {
    name: 'axeptio',
    cookies: [key, 'axeptio_authorized_vendors', 'axeptio_all_vendors'],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie }) {
      const { $$completed, $$date: time, ...vendors } = readObject(cookie(key))
      const answers = Object.entries(vendors).filter(([name]) => !name.startsWith('$$'))
      return $$completed === true ? { answers: Object.fromEntries(answers), time: time ?? '' } : undefined
    },
  }
}
