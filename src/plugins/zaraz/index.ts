import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type SignalTypes, type Tell } from '../define-signal/index.js'

export interface ZarazOptions {
  /** Which category each purpose follows, by the purpose's id in the Zaraz dashboard. */
  readonly types: SignalTypes
}

interface ZarazConsent {
  readonly APIReady?: boolean
  get(purpose: string): boolean | undefined
  set(states: { readonly [purpose: string]: boolean }): void
  sendQueuedEvents(): void
}

const send: Tell<ZarazConsent> = (zaraz, states) => {
  const changed = Object.entries(states(true, false)).filter(
    ([purpose, isGranted]) => !!zaraz.get(purpose) !== isGranted,
  )
  if (!changed[0]) return
  zaraz.set(Object.fromEntries(changed))
  zaraz.sendQueuedEvents()
}

/**
 * Cloudflare Zaraz, with its own form turned off. Zaraz keeps the answers itself, so only what differs is set.
 * Events that waited for a purpose leave with its grant; tools without a purpose do not wait.
 *
 * @see https://developers.cloudflare.com/zaraz/consent-management/api/
 * @example
 * createConsent({ plugins: [zaraz({ types: { dgHk: 'statistics', pQcJ: 'marketing' } })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function zaraz({ types }: ZarazOptions): Plugin {
  return defineSignal({
    name: 'zaraz',
    types,
    vendor: () => {
      const { consent } = (window as { zaraz?: { consent?: ZarazConsent } }).zaraz ?? {}
      return consent?.APIReady && consent
    },
    hold: send,
    grant: send,
  })
}
