import type { NameMap } from './define-importer.js'

/** The words that consent systems use for the four usual categories. */
export const usualNames: NameMap = {
  essential: 'necessary',
  strictly_necessary: 'necessary',
  functional: 'preferences',
  functionality: 'preferences',
  personalization: 'preferences',
  analytics: 'statistics',
  performance: 'statistics',
  measurement: 'statistics',
  ads: 'marketing',
  advertisement: 'marketing',
  advertising: 'marketing',
  targeting: 'marketing',
  social: 'marketing',
}
