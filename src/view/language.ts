import type { Localised } from '../core/options.js'

/** The tag among `tags` that serves `wanted`: the exact one, else a shorter one (`fr-BE` → `fr`). */
export function matchTag(tags: readonly string[], wanted: string): string | undefined {
  for (let tag = wanted.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, '')) {
    const found = tags.find((candidate) => candidate.toLowerCase() === tag)
    if (found) return found
  }
  return undefined
}

/** Picks from a text that may be written in several languages: exact, shorter, English, whichever is first. */
export function localise(text: Localised, locale: string): string {
  if (typeof text === 'string') return text
  const tags = Object.keys(text)
  return text[matchTag(tags, locale) ?? matchTag(tags, 'en') ?? tags[0] ?? ''] ?? ''
}
