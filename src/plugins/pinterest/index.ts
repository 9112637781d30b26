import type { Plugin } from '../../api/plugin.js'
import { defineSignal, type Tell } from '../define-signal/index.js'

export interface PinterestOptions {
  /** The category (or `category.service`) that the tag follows. @default 'marketing' */
  readonly category?: string | undefined
}

type Pintrk = (command: 'setconsent', isGranted: boolean) => void

const refuse: Tell<Pintrk> = (pintrk) => pintrk('setconsent', false)

/**
 * Pinterest tag: after `setconsent` with `false` no event leaves and its first-party cookies and storage of the
 * session are deleted. Its `<noscript>` picture is not reached by this call.
 *
 * @see https://help.pinterest.com/en/business/article/install-the-base-code
 * @example
 * createConsent({ plugins: [pinterest()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function pinterest({ category = 'marketing' }: PinterestOptions = {}): Plugin {
  return defineSignal({
    name: 'pinterest',
    category,
    vendor: () => (window as { pintrk?: Pintrk }).pintrk,
    hold: refuse,
    grant: (pintrk) => pintrk('setconsent', true),
  })
}
