import type { Categories, DefaultCategories, NameOf } from '../model/categories.js'
import type { CommonOptions } from '../model/settings.js'
import type { Plugin } from './plugin.js'
import type { View, ViewLoader } from './view.js'

/** Every function has `bind`: what forbids it is none. */
interface NoFunction {
  readonly bind?: never
}

/** Everything `createConsent` takes. All of it can be written as JSON, except functions. */
export interface Options<C extends Categories = DefaultCategories> extends CommonOptions<C> {
  /** Renders banner and preferences, or a function that loads the view. @default none (headless) */
  readonly view?: View | ViewLoader | undefined
  /**
   * Falsy entries are skipped; of two with one name the last wins. A factory has to be called:
   * `googleConsentMode()`.
   */
  readonly plugins?:
    | readonly ((Plugin<NameOf<NoInfer<C>>> & NoFunction) | false | null | undefined)[]
    | undefined
}
