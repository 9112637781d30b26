import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

export interface MicrosoftClarityOptions {
  /** Which category each purpose follows. @default `{ ad_Storage: 'marketing', analytics_Storage: 'statistics' }` */
  readonly types?: { readonly [type in 'ad_Storage' | 'analytics_Storage']?: string } | undefined
}

type Clarity = (command: 'consentv2', states: object) => void

const send: Tell<Clarity> = (clarity, states) => clarity('consentv2', states('granted', 'denied'))

/**
 * Microsoft Clarity's Consent API v2. Clarity sets no cookies until it hears `granted`, where the project asks
 * for consent or the visit comes from the EEA, the United Kingdom or Switzerland; it records the visit all the
 * same, so keep its tag held. A refusal makes it delete its cookies. The tag and `@microsoft/clarity` put the
 * same function on the page.
 *
 * @see https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
 * @example
 * createConsent({ plugins: [microsoftClarity()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function microsoftClarity({ types }: MicrosoftClarityOptions = {}): Plugin {
  return defineSignal({
    name: 'microsoft-clarity',
    types: { ad_Storage: 'marketing', analytics_Storage: 'statistics', ...types },
    vendor: () => (window as { clarity?: Clarity }).clarity,
    hold: send,
    grant: send,
  })
}
