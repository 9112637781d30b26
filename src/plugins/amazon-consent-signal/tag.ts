import type { ReadTag } from '../../api/plugin-tag.js'
import type { AmazonConsentSignalOptions } from './index.js'

/**
 * `data-country="BE" data-category`.
 * @throws Error without a country
 */
export const readTag: ReadTag<AmazonConsentSignalOptions> = ({ country, category }, refuse, config) => {
  const isCode = (value: string | undefined) => /^[A-Z]{2}$/.test(value ?? '')
  if (country !== undefined && !isCode(country)) refuse('country', 'two letters of ISO 3166, such as BE')
  const read = isCode(country) ? country : config.country
  if (!read) throw new Error('[askfirst] data-country is missing. Give the country whose law applies.')
  return { country: read, category }
}
