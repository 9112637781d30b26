import type { Plugin } from '../../api/plugin.js'
import { defineSignal } from '../define-signal/index.js'

interface Replay {
  start(): void
  stop(): unknown
}

/** The part of Sentry's object that is called. */
export interface SentryClient {
  getReplay(): Replay | undefined
}

export interface SentryReplayOptions {
  /** The category (or `category.service`) that recording follows. @default 'statistics' */
  readonly category?: string | undefined
  /** `@sentry/browser` or a package of its kin, where it is bundled. @default `window.Sentry` */
  readonly client?: SentryClient | undefined
}

/**
 * Sentry's Session Replay: records with a grant and stops with a withdrawal; errors are reported as before. It has
 * to start idle: `replaysSessionSampleRate: 0` and `replaysOnErrorSampleRate: 0`. Stopping sends what was recorded
 * under the grant.
 *
 * @see https://docs.sentry.io/platforms/javascript/session-replay/understanding-sessions/
 * @example
 * createConsent({ plugins: [sentryReplay({ client: Sentry })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function sentryReplay({ category = 'statistics', client }: SentryReplayOptions = {}): Plugin {
  return defineSignal<Replay>({
    name: 'sentry-replay',
    category,
    vendor: () => (client ?? (window as { Sentry?: SentryClient }).Sentry)?.getReplay?.(),
    grant: (replay) => replay.start(),
    withdraw: (replay) => replay.stop(),
  })
}
