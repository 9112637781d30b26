import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

export interface HubspotOptions {
  /**
   * Which category each purpose follows.
   * @default `{ analytics: 'statistics', advertisement: 'marketing', functionality: 'preferences' }`
   */
  readonly types?: { readonly [type in 'analytics' | 'advertisement' | 'functionality']?: string } | undefined
}

type Queue = { push(command: readonly unknown[]): unknown }

const queue = () => {
  const page = window as { _hsp?: Queue; disableHubSpotCookieBanner?: boolean }
  // Before HubSpot's banner loads: its own form stays away.
  page.disableHubSpotCookieBanner = true
  page._hsp ??= []
  return page._hsp
}

const send: Tell<Queue> = (hsp, states) => hsp.push(['setHubSpotConsent', states(true, false)])

/**
 * HubSpot's tracking code and all that listens to its consent banner. HubSpot does not keep what it is told, so
 * every page says it again; a withdrawal removes the tracking cookies. `_hsp` is a queue: it is made where the
 * tracking code has not made it yet. The code counts page views without cookies all the same, so keep it held.
 *
 * @see https://developers.hubspot.com/docs/api/events/cookie-banner
 * @example
 * createConsent({ plugins: [hubspot()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function hubspot({ types }: HubspotOptions = {}): Plugin {
  return defineSignal({
    name: 'hubspot',
    types: { analytics: 'statistics', advertisement: 'marketing', functionality: 'preferences', ...types },
    vendor: queue,
    hold: send,
    grant: send,
    withdraw: (hsp, states) => {
      send(hsp, states)
      hsp.push(['revokeCookieConsent'])
    },
  })
}
