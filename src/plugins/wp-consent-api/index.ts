import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type SignalTypes, type Tell } from '../define-signal/index.js'

export interface WpConsentApiOptions {
  /**
   * Which category each of WordPress's follows.
   * @default `{ preferences, statistics, 'statistics-anonymous', marketing }`, each by the usual one
   */
  readonly types?: SignalTypes | undefined
}

type SetConsent = (type: string, answer: 'allow' | 'deny') => void

/** Plugins read the type of consent on this event; until then they may wait for it. */
function declare(): void {
  Object.assign(window, { wp_consent_type: 'optin' })
  document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))
}

const send: Tell<SetConsent> = (setConsent, states) => {
  declare()
  for (const [type, answer] of Object.entries(states('allow' as const, 'deny' as const)))
    setConsent(type, answer)
}

/**
 * WordPress's WP Consent API: plugins of the site that use it follow the visitor's answer. It keeps the answers in
 * cookies of its own (`wp_consent_…`), from the first answer on.
 *
 * @see https://wordpress.org/plugins/wp-consent-api/
 * @example
 * createConsent({ plugins: [wpConsentApi()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function wpConsentApi({ types }: WpConsentApiOptions = {}): Plugin {
  return defineSignal({
    name: 'wp-consent-api',
    types: {
      preferences: 'preferences',
      statistics: 'statistics',
      'statistics-anonymous': 'statistics',
      marketing: 'marketing',
      ...types,
    },
    vendor: () => (window as { wp_set_consent?: SetConsent }).wp_set_consent,
    hold: declare,
    grant: send,
    deny: send,
  })
}
