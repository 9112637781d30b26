import type { Plugin } from '../../api/plugin.js'
import { defineSignal } from '../define-signal/index.js'

export interface MicrosoftUetOptions {
  /** The category (or `category.service`) that `ad_storage` follows. @default 'marketing' */
  readonly category?: string | undefined
}

const queue = () => {
  const page = window as { uetq?: { push(...command: unknown[]): void } }
  page.uetq ??= []
  return page.uetq
}

/**
 * Consent mode of Microsoft Advertising's UET tag: a denying default before an answer, an update for each answer.
 * Without a default the tag takes `ad_storage` for granted outside the EEA, the United Kingdom and Switzerland.
 * The tag keeps nothing itself. `uetq` is a queue: it is made where the tag has not made it yet.
 *
 * @see https://help.ads.microsoft.com/apex/index/3/en/60119
 * @example
 * createConsent({ plugins: [microsoftUet()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function microsoftUet({ category = 'marketing' }: MicrosoftUetOptions = {}): Plugin {
  const update = (ad_storage: string) => () => queue().push('consent', 'update', { ad_storage })
  return defineSignal({
    name: 'microsoft-uet',
    category,
    vendor: queue,
    hold: (uetq) => uetq.push('consent', 'default', { ad_storage: 'denied' }),
    grant: update('granted'),
    deny: update('denied'),
  })
}
