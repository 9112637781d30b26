import type { NameMap } from './importer.js'

/** The words that consent systems use for the four usual categories. */
export const usualNames: NameMap = {
  essential: 'necessary',
  functional: 'preferences',
  functionality: 'preferences',
  personalization: 'preferences',
  analytics: 'statistics',
  performance: 'statistics',
  ads: 'marketing',
  advertisement: 'marketing',
  advertising: 'marketing',
  targeting: 'marketing',
}
