import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type SignalTypes, type States, type Tell } from '../define-signal/index.js'

interface Middleware {
  readonly payload: { readonly obj: { context?: object | undefined } }
  // biome-ignore lint/suspicious/noExplicitAny: Segment's own payload type is not ours to name.
  readonly next: (payload: any) => void
}

/** The part of Segment's object that is called. */
export interface SegmentClient {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  addSourceMiddleware(middleware: (event: any) => void): unknown
}

export interface SegmentOptions {
  /**
   * Which category each consent category of the workspace follows.
   * @default `{ preferences, statistics, marketing }`, each by the usual one
   */
  readonly types?: SignalTypes | undefined
  /** The object of `@segment/analytics-next`, where it is bundled. @default `window.analytics` */
  readonly client?: SegmentClient | undefined
}

const usual = { preferences: 'preferences', statistics: 'statistics', marketing: 'marketing' }

/**
 * Segment: every event carries the answers as `context.consent.categoryPreferences`, by which Segment chooses
 * destinations, and no event leaves while all of them are refused. `load` stores cookies, so call it when consent
 * is there: `consent.whenGranted('statistics').then(() => analytics.load({ writeKey }))`.
 *
 * @see https://segment.com/docs/privacy/consent-management/consent-in-segment-connections/
 * @example
 * createConsent({ plugins: [segment({ client: analytics })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function segment({ types = usual, client }: SegmentOptions = {}): Plugin {
  let current: States | undefined
  const tell: Tell<SegmentClient> = (analytics, states) => {
    if (!current) {
      analytics.addSourceMiddleware(({ payload, next }: Middleware) => {
        const categoryPreferences = current?.(true, false) ?? {}
        if (!Object.values(categoryPreferences).includes(true)) return
        payload.obj.context = { ...payload.obj.context, consent: { categoryPreferences } }
        next(payload)
      })
    }
    current = states
  }
  return defineSignal<SegmentClient>({
    name: 'segment',
    types,
    vendor: () => client ?? (window as { analytics?: SegmentClient }).analytics,
    hold: tell,
    grant: tell,
  })
}
