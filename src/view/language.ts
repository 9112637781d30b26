import type { Localised } from '../core/options.js'

/** `zh-TW` → `zh-Hant`: what is written in two scripts is told apart by country. Norwegian without more is Bokmål. */
function withScript(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return /^n[on]$/.test(language) ? 'nb' : `${language}-${script}`
  } catch {
    return ''
  }
}

/** The tag among `tags` that serves `wanted`: the exact one, else a shorter one (`fr-BE` → `fr`), else one in its script. */
export function matchTag(tags: readonly string[], wanted: string): string | undefined {
  for (const start of [wanted, withScript(wanted)]) {
    for (let tag = start.toLowerCase(); tag; tag = tag.replace(/[-_]?[^-_]*$/, '')) {
      const found = tags.find((candidate) => candidate.toLowerCase() === tag)
      if (found) return found
    }
  }
  return undefined
}

/** What `Intl` takes of a page's `lang`: it throws at `fr_FR` and the like. */
export function toTag(tag: string): string {
  const valid = tag.replace(/_/g, '-')
  try {
    Intl.getCanonicalLocales(valid)
    return valid
  } catch {
    return 'en'
  }
}

/** Picks from a text that may be written in several languages: exact, shorter, English, whichever is first. */
export function localise(text: Localised, locale: string): string {
  if (typeof text === 'string') return text
  const tags = Object.keys(text)
  return text[matchTag(tags, locale) ?? matchTag(tags, 'en') ?? tags[0] ?? ''] ?? ''
}
