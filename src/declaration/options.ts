import type { Options } from '../api/options.js'
import type { Categories } from '../model/categories.js'

/** The part of the options of `createConsent` that a declaration is made of: pass the same object. */
export type DeclaredOptions = Pick<
  Options<Categories>,
  'categories' | 'policy' | 'cookie' | 'banner' | 'texts' | 'locale'
>

/** In which language a declaration speaks. */
export interface Language {
  /** BCP 47 tag. @default the option `locale`, else English */
  readonly locale?: string | undefined
  /**
   * The language file of that tag: `import fr from 'askfirst/locales/fr'`.
   * @default the built-in English
   */
  readonly strings?: { readonly [key: string]: string } | undefined
}
