import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

export interface MetaOptions {
  /** The category (or `category.service`) that the pixel follows. @default 'marketing' */
  readonly category?: string | undefined
}

type Fbq = (command: 'consent', answer: 'grant' | 'revoke') => void

const revoke: Tell<Fbq> = (fbq) => fbq('consent', 'revoke')

/**
 * Meta pixel: events wait after `revoke` and leave with `grant`. The pixel keeps no answer, and `revoke` has to
 * come before its `init`, on every page: put askfirst between the base code and `fbq('init', …)`, or keep the
 * pixel held. Its `<noscript>` picture and the Conversions API are not reached by this call.
 *
 * @see https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 * @example
 * createConsent({ plugins: [meta()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function meta({ category = 'marketing' }: MetaOptions = {}): Plugin {
  return defineSignal({
    name: 'meta',
    category,
    vendor: () => (window as { fbq?: Fbq }).fbq,
    hold: revoke,
    grant: (fbq) => fbq('consent', 'grant'),
  })
}
