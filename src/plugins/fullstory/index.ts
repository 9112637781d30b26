import type { Plugin } from '../../api/plugin.js'
import { defineSignal } from '../define-signal/index.js'

export interface FullstoryOptions {
  /** The category (or `category.service`) that capture follows. @default 'statistics' */
  readonly category?: string | undefined
}

interface FullstoryPage {
  FS?: (command: 'start' | 'shutdown') => void
  _fs_capture_on_startup?: boolean
}

/**
 * FullStory: its snippet captures nothing until it is told to start, and a withdrawal shuts it down. FullStory does
 * not keep that over a page load, so every page says it again. Load its snippet below askfirst.
 *
 * @see https://developer.fullstory.com/browser/fullcapture/capture-data/
 * @example
 * createConsent({ plugins: [fullstory()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function fullstory({ category = 'statistics' }: FullstoryOptions = {}): Plugin {
  const hold = (page: FullstoryPage) => {
    page._fs_capture_on_startup = false
  }
  return defineSignal<FullstoryPage>({
    name: 'fullstory',
    category,
    vendor: () => window as FullstoryPage,
    hold,
    grant: (page) => {
      // Not held on this page: its own code starts it.
      if (page._fs_capture_on_startup !== false) return
      page._fs_capture_on_startup = true
      page.FS?.('start')
    },
    withdraw: (page) => {
      hold(page)
      page.FS?.('shutdown')
    },
  })
}
