import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

export interface ZendeskOptions {
  /** The category (or `category.service`) that the widget's cookies follow. @default 'preferences' */
  readonly category?: string | undefined
  /** What the widget may store without consent. `'none'` hides it. @default 'none' */
  readonly refused?: 'none' | 'functional' | undefined
}

type Zendesk = (command: 'messenger:set', setting: 'cookies', value: string) => void

/**
 * Zendesk's messaging widget (the Classic widget has no such call). With `none` it is hidden and its local and
 * session storage are deleted. The widget keeps nothing about the answer.
 *
 * @see https://developer.zendesk.com/api-reference/widget-messaging/web/core
 * @example
 * createConsent({ plugins: [zendesk({ refused: 'functional' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function zendesk({ category = 'preferences', refused = 'none' }: ZendeskOptions = {}): Plugin {
  const set =
    (cookies: string): Tell<Zendesk> =>
    (zE) =>
      zE('messenger:set', 'cookies', cookies)
  return defineSignal({
    name: 'zendesk',
    category,
    vendor: () => (window as { zE?: Zendesk }).zE,
    hold: set(refused),
    grant: set('all'),
  })
}
