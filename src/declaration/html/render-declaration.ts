import { createDeclaration, type Shown } from '../declaration.js'
import type { DeclaredOptions, Language } from '../options.js'
import { declaredOptions, wordingOf } from '../wording.js'
import { compose } from './compose.js'
import { toHtml } from './to-html.js'

/**
 * Writes the declaration as HTML: for servers, static sites and search engines. Everything is escaped, nothing
 * in it needs a script, and it is what `mountDeclaration` shows.
 *
 * @param options the ones `createConsent` is given
 * @throws Error `[askfirst] …` for options that `createConsent` would not take either
 * @example
 * import fr from 'askfirst/locales/fr'
 * const html = renderDeclaration(options, { locale: 'fr', strings: fr, groupBy: 'party-persistence' })
 */
export function renderDeclaration(options: DeclaredOptions, shown: Language & Shown = {}): string {
  const wording = wordingOf(options, shown)
  return toHtml(compose(createDeclaration(declaredOptions(options, wording), wording, shown)))
}
