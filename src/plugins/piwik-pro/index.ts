import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type SignalTypes, type Tell } from '../define-signal/index.js'

export interface PiwikProOptions {
  /** Which category each consent type of the container follows. @default `{ analytics: 'statistics' }` */
  readonly types?: SignalTypes | undefined
}

interface Status {
  readonly status: number
}
interface Settings {
  readonly consents?: { readonly [type: string]: Status }
}

/** `-1`, or absence, is "no answer" (the source below). */
const GRANTED = { status: 1 }
const REFUSED = { status: 0 }

type Api = {
  (command: 'getComplianceSettings', onSuccess: (settings: Settings) => void): void
  (command: 'setComplianceSettings', settings: Settings, onSuccess: () => void): void
}

const send: Tell<Api> = (api, states) => {
  const wanted = Object.entries(states(GRANTED, REFUSED))
  api('getComplianceSettings', ({ consents = {} }) => {
    const changed = wanted.filter(([type, { status }]) => consents[type]?.status !== status)
    if (changed[0]) api('setComplianceSettings', { consents: Object.fromEntries(changed) }, () => {})
  })
}

/**
 * Piwik PRO's consent manager, with its own form turned off. It keeps the answers itself and asks its server for
 * each change, so only what differs is set; nothing is set before an answer.
 *
 * @see https://developers.piwik.pro/docs/consent-manager-javascript-api
 * @example
 * createConsent({ plugins: [piwikPro({ types: { analytics: 'statistics', remarketing: 'marketing' } })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function piwikPro({ types = { analytics: 'statistics' } }: PiwikProOptions = {}): Plugin {
  return defineSignal({
    name: 'piwik-pro',
    types,
    vendor: () => (window as { ppms?: { cm?: { api?: Api } } }).ppms?.cm?.api,
    grant: send,
    deny: send,
  })
}
