import type { Consent } from '../../api/consent.js'

/** The three categories a visitor decides on; `necessary` is always granted. */
export const asked = ['preferences', 'statistics', 'marketing'] as const

/** The names of the categories that are granted. */
export const grantedOf = (consent: Consent) => asked.filter((name) => consent.isGranted(name))
