import type { Localised } from '../../model/categories.js'
import type { bannerTexts } from '../../text/english/banner.js'
import type { preferencesTexts } from '../../text/english/preferences.js'

/** What the parts of the preferences dialog are told besides what they show. */
export interface Wording {
  readonly texts: typeof bannerTexts & typeof preferencesTexts
  /** Any text by key: labels and descriptions of categories follow their names. */
  readonly lookUp: (key: string) => string | undefined
  /** The visitor's version of a text of the site. */
  readonly localise: (text: Localised) => string
  readonly duration: (duration: string) => string
  /** What plugins say at a category. */
  readonly noticeOf: (category: string) => string
  /** Whether a switch starts on. */
  readonly isOn: (name: string) => boolean
  readonly onFacts: (button: HTMLElement) => void
  readonly onApproach: () => void
}
