import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

export interface ShopifyOptions {
  /**
   * Which category each purpose follows. `sale_of_data` belongs to an opt-out of sale in the United States.
   * @default `{ analytics: 'statistics', marketing: 'marketing', preferences: 'preferences' }`
   */
  readonly types?:
    | { readonly [type in 'analytics' | 'marketing' | 'preferences' | 'sale_of_data']?: string }
    | undefined
}

interface CustomerPrivacy {
  currentVisitorConsent(): { readonly [type: string]: string }
  setTrackingConsent(consent: { readonly [type: string]: boolean }, done: () => void): void
}
interface Storefront {
  readonly customerPrivacy?: CustomerPrivacy
  loadFeatures(features: readonly object[], done: (error?: unknown) => void): void
}

const feature = { name: 'consent-tracking-api', version: '0.1' }

const send: Tell<Storefront> = (shopify, states) =>
  shopify.loadFeatures([feature], () => {
    const known = shopify.customerPrivacy?.currentVisitorConsent() ?? {}
    const wanted = states(true, false)
    if (Object.entries(wanted).some(([type, isGranted]) => known[type] !== (isGranted ? 'yes' : 'no')))
      shopify.customerPrivacy?.setTrackingConsent(wanted, () => {})
  })

/**
 * Shopify's Customer Privacy API on a storefront, with its own banner turned off. Shopify keeps the answers
 * itself, so they are set only where they differ; nothing is set before an answer.
 *
 * @see https://shopify.dev/docs/api/customer-privacy
 * @example
 * createConsent({ plugins: [shopify()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function shopify({ types }: ShopifyOptions = {}): Plugin {
  return defineSignal({
    name: 'shopify',
    types: { analytics: 'statistics', marketing: 'marketing', preferences: 'preferences', ...types },
    vendor: () => {
      const { Shopify } = window as { Shopify?: Storefront }
      return Shopify?.loadFeatures && Shopify
    },
    grant: send,
    deny: send,
  })
}
