import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

/** The part of Mixpanel's object that is called. */
export interface MixpanelClient {
  has_opted_out_tracking(): boolean
  opt_in_tracking(): void
  opt_out_tracking(): void
}

export interface MixpanelOptions {
  /** The category (or `category.service`) that tracking follows. @default 'statistics' */
  readonly category?: string | undefined
  /** The object of `mixpanel-browser`, where it is bundled. @default `window.mixpanel` */
  readonly client?: MixpanelClient | undefined
}

type Loaded = MixpanelClient & { readonly __loaded?: boolean }

/** Mixpanel tracks from `init` on, and keeps only that it was opted out. */
const refuse: Tell<MixpanelClient> = (client) => {
  if (!client.has_opted_out_tracking()) client.opt_out_tracking()
}

/**
 * Mixpanel: opts out with a withdrawal, and in again with the next grant. `init` stores keys also where the visitor
 * is opted out, so call it when consent is there:
 * `consent.whenGranted('statistics').then(() => mixpanel.init(token))`.
 *
 * @see https://docs.mixpanel.com/docs/privacy/protecting-user-data
 * @example
 * createConsent({ plugins: [mixpanel({ client })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function mixpanel({ category = 'statistics', client }: MixpanelOptions = {}): Plugin {
  return defineSignal({
    name: 'mixpanel',
    category,
    vendor: () => {
      // Before `init` has run its methods have nothing to work with.
      const found = (client ?? (window as { mixpanel?: MixpanelClient }).mixpanel) as Loaded | undefined
      return found?.__loaded && found
    },
    hold: refuse,
    grant: (found) => {
      // Each call sends an event and stores a key.
      if (found.has_opted_out_tracking()) found.opt_in_tracking()
    },
  })
}
