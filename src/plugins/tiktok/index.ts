import type { Plugin } from '../../api/plugin.js'
import { defineSignal } from '../define-signal/index.js'

export interface TiktokOptions {
  /** The category (or `category.service`) that the pixel follows. @default 'marketing' */
  readonly category?: string | undefined
}

interface Ttq {
  holdConsent(): void
  grantConsent(): void
  revokeConsent(): void
}

/**
 * TikTok pixel's consent mode: held events leave with a grant and are dropped by a refusal. `holdConsent` has to
 * come before `ttq.load`: put askfirst between the base code and `ttq.load(…)`, or keep the pixel held. The base
 * code has to name the three methods in `ttq.methods`; older ones do not.
 *
 * @see https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3
 * @example
 * createConsent({ plugins: [tiktok()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function tiktok({ category = 'marketing' }: TiktokOptions = {}): Plugin {
  return defineSignal({
    name: 'tiktok',
    category,
    vendor: () => (window as { ttq?: Ttq }).ttq,
    hold: (ttq) => ttq.holdConsent(),
    grant: (ttq) => ttq.grantConsent(),
    deny: (ttq) => ttq.revokeConsent(),
  })
}
