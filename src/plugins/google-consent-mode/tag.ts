import type { ReadTag } from '../../api/plugin-tag.js'
import { readTypes } from '../define-signal/read-types.js'
import type { GoogleConsentModeOptions } from './options.js'

const known = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
]

/**
 * `data-types="ad_storage=marketing"`, `data-wait-for-update="500"`, `data-ads-data-redaction="true|false|dynamic"`,
 * `data-url-passthrough`, `data-data-layer`, `data-update-event`, `data-category-event="cookie_consent_*"`. Regions
 * come from the JSON block.
 */
export const readTag: ReadTag<GoogleConsentModeOptions> = (
  { types, waitForUpdate, adsDataRedaction, urlPassthrough, dataLayer, updateEvent, categoryEvent },
  refuse,
) => {
  const isWait = /^\d+$/.test(waitForUpdate ?? '')
  if (waitForUpdate !== undefined && !isWait) refuse('waitForUpdate', 'a number of milliseconds')
  const redaction = { true: true, false: false, dynamic: 'dynamic' } as const
  const isRedaction = Object.hasOwn(redaction, adsDataRedaction ?? 'none')
  if (adsDataRedaction !== undefined && !isRedaction) refuse('adsDataRedaction', 'true, false or dynamic')
  return {
    types: readTypes(types, refuse, known),
    waitForUpdate: isWait ? Number(waitForUpdate) : undefined,
    adsDataRedaction: isRedaction ? redaction[adsDataRedaction as keyof typeof redaction] : undefined,
    urlPassthrough: urlPassthrough === undefined ? undefined : urlPassthrough !== 'false',
    dataLayer,
    updateEvent,
    categoryEvent,
  }
}
