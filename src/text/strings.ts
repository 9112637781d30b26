import type { ViewContext } from '../api/view.js'
import type { bannerTexts } from './english/banner.js'
import type { declarationTexts } from './english/declaration.js'
import type { placeholderTexts } from './english/placeholder.js'
import type { preferencesTexts } from './english/preferences.js'
import type { settingsButtonTexts } from './english/settings-button.js'
import { localise, matchTag, parseTag } from './language.js'

/** Every text of the view, by key. Text, never HTML. What a language file must be complete in. */
export type Texts = {
  readonly [K in keyof (typeof bannerTexts &
    typeof preferencesTexts &
    typeof placeholderTexts &
    typeof settingsButtonTexts &
    typeof declarationTexts)]: string
}

export interface Strings {
  /** The language shown: of the file that loaded or the site's own text, or English. */
  readonly language: () => string
  /** Gets the file of the current locale. Done when it is there, at the latest after three seconds. */
  readonly load: () => Promise<void>
  /** The given English under the loaded language under the site's own words. */
  readonly over: <T extends Partial<Texts>>(english: T) => T
}

const PATIENCE = 3000

/** @param changed called when texts arrive */
export function createStrings(
  { options, locale, report }: Pick<ViewContext, 'options' | 'locale' | 'report'>,
  changed: () => void,
): Strings {
  const { locales = {}, texts = {} } = options
  let asked = 'en'
  let language = asked
  let loaded: Partial<Texts> = {}
  let pending: Promise<unknown> | undefined

  const change = async (tag: string): Promise<void> => {
    let found: Partial<Texts> | undefined
    try {
      found = (await locales[tag]?.())?.default
    } catch (cause) {
      report(`"${tag}" could not be loaded`, cause)
    }
    if (asked !== tag) return
    language = found ? tag : 'en'
    loaded = found ?? {}
    changed()
  }

  return {
    // A site that writes the banner's text itself writes it in the language of the page.
    language: () => (texts.text && parseTag(locale())?.toString()) || language,
    async load() {
      const tag = matchTag(Object.keys(locales), locale()) ?? 'en'
      if (tag !== asked) {
        asked = tag
        pending = Promise.race([change(tag), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
      }
      await pending
    },
    over(english) {
      const own = Object.entries(texts).map(([key, text]) => [key, localise(text, locale())])
      return { ...english, ...loaded, ...Object.fromEntries(own) }
    },
  }
}
