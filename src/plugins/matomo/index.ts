import type { Plugin } from '../../api/plugin.js'
import { defineSignal } from '../define-signal/index.js'

export interface MatomoOptions {
  /** The category (or `category.service`) that tracking follows. @default 'statistics' */
  readonly category?: string | undefined
  /**
   * What waits for consent. `'tracking'`: every request (`requireConsent`). `'cookies'`: cookies alone, visits
   * are counted without them (`requireCookieConsent`).
   * @default 'tracking'
   */
  readonly waits?: 'tracking' | 'cookies' | undefined
}

const queue = () => {
  const page = window as { _paq?: { push(command: readonly [string]): unknown } }
  page._paq ??= []
  return page._paq
}

/**
 * Matomo: asks for consent before `trackPageView`, gives it for this page (Matomo keeps nothing: the record does)
 * and forgets it after a withdrawal. `_paq` is a queue: it is made where Matomo's code has not made it yet.
 *
 * @see https://developer.matomo.org/guides/tracking-consent
 * @example
 * createConsent({ plugins: [matomo({ waits: 'cookies' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function matomo({ category = 'statistics', waits }: MatomoOptions = {}): Plugin {
  const subject = waits === 'cookies' ? 'CookieConsent' : 'Consent'
  const push = (command: string) => () => queue().push([command])
  return defineSignal({
    name: 'matomo',
    category,
    vendor: queue,
    hold: push(`require${subject}`),
    grant: push(`set${subject}Given`),
    withdraw: push(`forget${subject}Given`),
  })
}
