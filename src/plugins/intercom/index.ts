import type { Plugin } from '../../api/plugin.js'
import { defineSignal } from '../define-signal/index.js'

export interface IntercomOptions {
  /** The category (or `category.service`) that the Messenger follows. @default 'preferences' */
  readonly category?: string | undefined
}

interface IntercomPage {
  Intercom?: (command: 'boot' | 'shutdown', settings?: object) => void
  intercomSettings?: { disabled?: boolean }
}

/**
 * Intercom's Messenger: disabled, it is hidden and uses no cookies; a grant boots it with the settings of the
 * page, a withdrawal shuts it down. Set `intercomSettings` above askfirst and load Intercom's code below it.
 *
 * @see https://www.intercom.com/help/en/articles/2361922-intercom-messenger-cookies
 * @example
 * createConsent({ plugins: [intercom()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function intercom({ category = 'preferences' }: IntercomOptions = {}): Plugin {
  const disable = (page: IntercomPage) => {
    page.intercomSettings = { ...page.intercomSettings, disabled: true }
  }
  return defineSignal<IntercomPage>({
    name: 'intercom',
    category,
    vendor: () => window as IntercomPage,
    hold: disable,
    grant: (page) => {
      // Not held on this page: its own code boots it.
      if (!page.intercomSettings?.disabled) return
      page.intercomSettings.disabled = false
      page.Intercom?.('boot', page.intercomSettings)
    },
    withdraw: (page) => {
      disable(page)
      page.Intercom?.('shutdown')
    },
  })
}
