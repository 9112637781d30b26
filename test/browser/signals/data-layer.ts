import type { Page } from '@playwright/test'

/** The four usual categories. */
export type Choice = 'preferences' | 'statistics' | 'marketing'

const types = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'statistics',
  functionality_storage: 'preferences',
  personalization_storage: 'preferences',
} as const

/** All seven types, with those of `granted` categories granted. */
export const states = (...granted: readonly Choice[]) => ({
  ...Object.fromEntries(
    Object.entries(types).map(([type, name]) => [type, granted.includes(name) ? 'granted' : 'denied']),
  ),
  security_storage: 'granted',
})
export const all = ['preferences', 'statistics', 'marketing'] as const

export const standard = (more: object = { wait_for_update: 500 }) => [
  'consent',
  'default',
  { ...states(), ...more },
]
export const stored = (...granted: readonly Choice[]) => ['consent', 'default', states(...granted)]
export const update = (...granted: readonly Choice[]) => ['consent', 'update', states(...granted)]
export const updated = { event: 'cookie_consent_update' }
export const events = (...granted: readonly Choice[]) =>
  granted.map((name) => ({ event: `cookie_consent_${name}` }))

/** What the layer holds: commands as arrays, if they are `arguments` objects; else as they are. */
export const read = (page: Page, layer = 'dataLayer') =>
  page.evaluate(
    (name) =>
      ((window as unknown as Record<string, unknown[]>)[name] ?? []).map((it) =>
        Object.prototype.toString.call(it) === '[object Arguments]'
          ? [...(it as unknown[])]
          : Array.isArray(it)
            ? { array: it }
            : it,
      ),
    layer,
  )
