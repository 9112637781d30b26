import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

/** The part of PostHog's object that is called. */
export interface PosthogClient {
  readonly __loaded?: boolean
  has_opted_in_capturing(): boolean
  opt_in_capturing(): void
  opt_out_capturing(): void
}

export interface PosthogOptions {
  /** The category (or `category.service`) that capturing follows. @default 'statistics' */
  readonly category?: string | undefined
  /** The object of `posthog-js`, where it is bundled. @default `window.posthog` */
  readonly client?: PosthogClient | undefined
}

/** PostHog keeps its own answer: one that the record does not bear out is taken back. */
const refuse: Tell<PosthogClient> = (client) => {
  if (client.has_opted_in_capturing()) client.opt_out_capturing()
}

/**
 * PostHog: opts in with a grant and out with a withdrawal. It has to start opted out, or it captures before
 * anybody answers: `posthog.init(key, { opt_out_capturing_by_default: true, opt_out_persistence_by_default: true })`.
 *
 * @see https://posthog.com/docs/privacy/data-collection
 * @example
 * createConsent({ plugins: [posthog({ client })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function posthog({ category = 'statistics', client }: PosthogOptions = {}): Plugin {
  return defineSignal({
    name: 'posthog',
    category,
    vendor: () => {
      // Before `init` has run its methods have nothing to work with.
      const found = client ?? (window as { posthog?: PosthogClient }).posthog
      return found?.__loaded && found
    },
    hold: refuse,
    grant: (found) => found.opt_in_capturing(),
  })
}
