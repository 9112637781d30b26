import { resolveSettings } from '../model/resolve-settings.js'
import type { Settings } from '../model/settings.js'
import { bannerTexts } from '../text/english/banner.js'
import { declarationTexts } from '../text/english/declaration.js'
import { preferencesTexts } from '../text/english/preferences.js'
import { localise, matchTag, parseTag } from '../text/language.js'
import { checkDeclared } from './check-declared.js'
import type { DeclaredOptions, Language } from './options.js'
import { withOwnCookie } from './own-cookie.js'

/** The English a declaration is written in where nothing else is given. */
export const english = /* @__PURE__ */ Object.assign({}, bannerTexts, preferencesTexts, declarationTexts)

/** What every part of a declaration is told. */
export interface Wording {
  readonly texts: typeof english
  /** Language of the built-in texts: dates, periods and lists follow it. */
  readonly language: string
  /** Language of the site's own texts. */
  readonly locale: string
}

/** Lays the language file over English and the site's own words over both. */
export function wordingOf(
  { texts = {}, locale: usual }: DeclaredOptions,
  // A language file knows its tag: French words do not come with English dates.
  { strings, locale = usual ?? strings?.tag ?? 'en' }: Language,
): Wording {
  const own = Object.entries(texts).map(([key, text]) => [key, localise(text, locale)])
  return {
    texts: { ...english, ...strings, ...Object.fromEntries(own) },
    language: languageOf(strings ? languageIn(strings, locale) : 'en', locale),
    locale,
  }
}

/** The language that a file is in: its own tag, or the one asked for where that is a region of it. */
function languageIn({ tag }: { readonly tag?: string }, locale: string): string {
  return !tag || matchTag([tag], locale) ? locale : tag
}

/** English is built in, its regions are not: dates for a site in `en-GB` are written as there. */
export function languageOf(loaded: string, locale: string): string {
  const tag = loaded === 'en' && matchTag(['en'], locale) ? locale : loaded
  return `${parseTag(tag) ?? 'en'}`
}

/** The options as they are declared: defaults filled in, our own cookie among them. */
export function declaredOptions(options: DeclaredOptions, { texts }: Wording): Settings {
  const settings = resolveSettings(options)
  checkDeclared(settings)
  return withOwnCookie(settings, texts.ownCookie)
}
