import type { ViewContext } from '../api/view.js'
import { bannerTexts } from './english/banner.js'
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
} & {
  /** BCP 47 tag of the language. */
  readonly tag: string
}

/** A language of the banner alone, that came with the view. */
export interface BannerLanguage {
  readonly tag: string
  readonly texts: Partial<Texts>
}

export interface Strings {
  /** The language shown: of the file that loaded or the site's own text, or English. */
  readonly language: () => string
  /**
   * Gets the file of the current locale. Done when it is there, at the latest after three seconds.
   * @param isWhole whether texts beyond the banner's are needed @default false
   */
  readonly load: (isWhole?: boolean) => Promise<void>
  /** The banner's English and the given under the loaded language under the site's own words. */
  readonly over: <T extends Partial<Texts>>(english?: T) => typeof bannerTexts & T
}

const PATIENCE = 3000

const english: BannerLanguage = { tag: 'en', texts: {} }

/**
 * @param changed called when texts arrive
 * @param own the language whose banner is there already
 */
export function createStrings(
  { options, locale, report, early }: Pick<ViewContext, 'options' | 'locale' | 'report' | 'early'>,
  changed: () => void,
  own = english,
): Strings {
  const { locales = {}, texts = {} } = options
  let asked = own.tag
  let isComplete = own === english
  let { tag: language, texts: loaded } = own
  let pending: Promise<unknown> | undefined

  const change = async (tag: string, load = locales[tag]): Promise<void> => {
    const known = tag === own.tag ? own : english
    let found: Partial<Texts> | undefined
    try {
      found = (await (load && load === early?.load ? early.file : load?.()))?.default
    } catch (cause) {
      report(`"${tag}" could not be loaded`, cause)
    }
    if (asked !== tag) return
    language = found ? tag : known.tag
    loaded = found ?? known.texts
    changed()
  }

  return {
    // A site that writes the banner's text itself writes it in the language of the page.
    language: () => (texts.text && parseTag(locale())?.toString()) || language,
    async load(isWhole) {
      const tag = matchTag([...Object.keys(locales), 'en'], locale()) ?? 'en'
      if (tag !== asked || (isWhole && !isComplete)) {
        asked = tag
        isComplete = true
        pending = Promise.race([change(tag), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
      }
      await pending
    },
    over(given) {
      const own = Object.entries(texts).map(([key, text]) => [key, localise(text, locale())])
      return { ...bannerTexts, ...given, ...loaded, ...Object.fromEntries(own) }
    },
  }
}
