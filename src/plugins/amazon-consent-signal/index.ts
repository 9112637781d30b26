import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

export interface AmazonConsentSignalOptions {
  /** Country whose law applies, two letters of ISO 3166: `'BE'`. Amazon rejects data that has none. */
  readonly country: string
  /** The category (or `category.service`) that both `amzn_ad_storage` and `amzn_user_data` follow. @default 'marketing' */
  readonly category?: string | undefined
}

interface Builder {
  setCountryCode(country: string): Builder
  setEnableAdStorage(answer: string): Builder
  setEnableUserData(answer: string): Builder
  build(): unknown
}
type AmznConsent = () => Builder

/**
 * Amazon Consent Signal through Amazon's own library, `amzn-consent.js`, which counts as denied until it is told
 * otherwise. It keeps the answer in the cookie `amzn_consent`, which the site has to declare; nothing is told
 * before an answer. Amazon ignores this signal where a page has a TCF string too.
 *
 * @see https://advertising.amazon.com/help/GKJQ7E8SE9BRG73Q
 * @example
 * createConsent({ plugins: [amazonConsentSignal({ country: 'BE' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function amazonConsentSignal({ country, category = 'marketing' }: AmazonConsentSignalOptions): Plugin {
  const send =
    (answer: string): Tell<AmznConsent> =>
    (amznConsent) =>
      amznConsent().setCountryCode(country).setEnableAdStorage(answer).setEnableUserData(answer).build()
  return defineSignal({
    name: 'amazon-consent-signal',
    category,
    vendor: () => (window as { amznConsent?: AmznConsent }).amznConsent,
    grant: send('GRANTED'),
    deny: send('DENIED'),
  })
}
