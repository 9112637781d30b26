import type { Localised } from '../model/categories.js'

/** A tag as `Intl` takes it: pages write `en_US`, and what no language is called. */
export function parseTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replace(/_/g, '-'))
  } catch {
    return undefined
  }
}

/** `zh-TW` → `zh-Hant`: what is written in two scripts is told apart by country. Norwegian without more is Bokmål. */
function withScript(tag: string): string {
  const { language = '', script } = parseTag(tag)?.maximize() ?? {}
  return /^n[on]$/.test(language) ? 'nb' : `${language}-${script}`
}

/** The tag among `tags` that serves `wanted`: the exact one, else a shorter one (`fr-BE` → `fr`), else one in its script. */
export function matchTag(tags: readonly string[], wanted: string): string | undefined {
  const find = (start: string): string | undefined => {
    for (let tag = start.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, '')) {
      const found = tags.find((candidate) => candidate.toLowerCase() === tag)
      if (found) return found
    }
    return undefined
  }
  // Telling a script costs 20 ms in a cold browser: only where the tag itself leads nowhere.
  return find(wanted) ?? find(withScript(wanted))
}

/** Picks from a text that may be written in several languages: exact, shorter, English, whichever is first. */
export function localise(text: Localised, locale: string): string {
  if (typeof text === 'string') return text
  const tags = Object.keys(text)
  return text[matchTag(tags, locale) ?? matchTag(tags, 'en') ?? tags[0] ?? ''] ?? ''
}
