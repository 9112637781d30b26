import type { Plugin } from '../../api/plugin.js'
import { definePlugin } from '../../api/plugin.js'

/** The consent types of Google's tags (https://developers.google.com/tag-platform/security/guides/consent). */
export type ConsentType =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'

export interface GoogleConsentModeOptions {
  /** Which category (or `category.service`) each type follows. @default by the four usual categories */
  readonly types?: { readonly [type in ConsentType]?: string } | undefined
  /** Milliseconds that tags wait for the first update. @default 500 */
  readonly waitForUpdate?: number | undefined
  /** Name of the global queue, where it was renamed. @default 'dataLayer' */
  readonly dataLayer?: string | undefined
}

const usual: { readonly [type in ConsentType]: string } = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'statistics',
  functionality_storage: 'preferences',
  personalization_storage: 'preferences',
  security_storage: 'necessary',
}

/**
 * Tells Google's tags what was decided, version 2 of consent mode: one `default`
 * that denies, before any tag; an `update` for a stored choice and after every
 * change; then the plain event `cookie_consent_update` for triggers. Keep the
 * tags themselves held (`data-category`): consent mode alone lets them send pings.
 *
 * @example
 * createConsent({ plugins: [googleConsentMode()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function googleConsentMode(options: GoogleConsentModeOptions = {}): Plugin {
  const types = Object.entries({ ...usual, ...options.types })
  let hasDefault = false
  return definePlugin({
    name: 'google-consent-mode',
    setup({ consent }) {
      const page = window as unknown as { [name: string]: unknown[] }
      const name = options.dataLayer ?? 'dataLayer'
      // A page may put another array in its place: `dataLayer = [{ … }]`.
      const push = (entry: unknown) => {
        page[name] ??= []
        page[name].push(entry)
      }

      // Google reads commands only as `arguments` objects, not as arrays.
      function gtag(..._command: unknown[]): void {
        push(arguments)
      }
      const states = (isGranted: (name: string) => boolean) =>
        Object.fromEntries(types.map(([type, name]) => [type, isGranted(name) ? 'granted' : 'denied']))
      const isRequired = (name: string) => !!consent.options.categories[name]?.required
      const update = () => {
        gtag('consent', 'update', states(consent.isGranted as (name: string) => boolean))
        push({ event: 'cookie_consent_update' })
      }

      // Once, whoever starts again: a default is for tags that have heard nothing yet.
      if (!hasDefault)
        gtag('consent', 'default', { ...states(isRequired), wait_for_update: options.waitForUpdate ?? 500 })
      hasDefault = true
      if (consent.record) update()
      return consent.on('change', update)
    },
  })
}
