import type { Plugin } from '../../api/plugin.js'
import { defineSignal } from '../define-signal/index.js'

/** The part of Amplitude's object that is called. */
export interface AmplitudeClient {
  setOptOut(isOut: boolean): void
}

export interface AmplitudeOptions {
  /** The category (or `category.service`) that tracking follows. @default 'statistics' */
  readonly category?: string | undefined
  /** `@amplitude/analytics-browser`, where it is bundled. @default `window.amplitude` */
  readonly client?: AmplitudeClient | undefined
}

/**
 * Amplitude: `setOptOut` for each answer. `init` stores cookies also where the visitor is opted out, so call it
 * when consent is there: `consent.whenGranted('statistics').then(() => amplitude.init(key))`.
 *
 * @see https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management
 * @example
 * createConsent({ plugins: [amplitude({ client })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function amplitude({ category = 'statistics', client }: AmplitudeOptions = {}): Plugin {
  return defineSignal<AmplitudeClient>({
    name: 'amplitude',
    category,
    vendor: () => client ?? (window as { amplitude?: AmplitudeClient }).amplitude,
    hold: (found) => found.setOptOut(true),
    grant: (found) => found.setOptOut(false),
  })
}
