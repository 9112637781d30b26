/** One text for every language, or one per BCP 47 tag (`{ en: 'Maps', fr: 'Cartes' }`). */
export type Localised = string | { readonly [tag: string]: string }

/** Where a declared item is kept. */
export type CookieKind = 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'cache' | 'pixel'

/**
 * One declared item of storage. Declared once: the preferences dialog, the
 * declaration, erasing and the audit all read it.
 */
export interface CookieItem {
  /** Exact name, a string with `*` for any run of characters, or a RegExp. */
  readonly name: string | RegExp
  /** A name in words beside the technical one, as a policy may call it. */
  readonly label?: Localised | undefined
  /** What it is for, in words a visitor understands. */
  readonly purpose?: Localised | undefined
  /** `'session'`, or an ISO 8601 period such as `'P13M'`. */
  readonly duration?: string | undefined
  /** Who sets it. @default 'first' */
  readonly party?: 'first' | 'third' | undefined
  /** The company that sets it. @default the service's provider */
  readonly provider?: string | undefined
  /** @default 'cookie' */
  readonly kind?: CookieKind | undefined
  /** Domain it is set on, when that is not the page's host or one of its parents. */
  readonly domain?: string | undefined
  /** Path it is set on, when that is not part of the page's own path. */
  readonly path?: string | undefined
  /** The setting company's own policy. */
  readonly policyUrl?: string | undefined
}

/** One vendor or tool inside a category. */
export interface ServiceOptions {
  /** Name shown to visitors. @default the service's key */
  readonly label?: Localised | undefined
  readonly description?: Localised | undefined
  /** The company behind it. */
  readonly provider?: string | undefined
  readonly policyUrl?: string | undefined
  readonly cookies?: readonly CookieItem[] | undefined
  /** Offer the visitor a switch of its own. @default false */
  readonly switch?: boolean | undefined
}

/** A purpose the visitor decides on. */
export interface CategoryOptions {
  /** Works without asking and cannot be refused. @default false */
  readonly required?: boolean | undefined
  /**
   * How the category is decided. `'opt-in'`: after consent. `'opt-out'`: granted until the visitor refuses.
   * `'exempt'`: works without asking, can be refused in the preferences.
   * @default 'opt-in'
   */
  readonly model?: 'opt-in' | 'opt-out' | 'exempt' | undefined
  /** @default the built-in texts for the four usual names, else the category's key */
  readonly label?: Localised | undefined
  readonly description?: Localised | undefined
  /**
   * Whether what is stored can identify the visitor, or the answer in words. Shown in the declaration.
   * @default none: the declaration does not ask the question
   */
  readonly identifies?: boolean | Localised | undefined
  /**
   * On what ground it is stored (GDPR Article 6, ePrivacy Article 5(3)). Shown in the declaration.
   * @default the visitor's consent; for a required category, that it is strictly necessary
   */
  readonly legalBasis?: Localised | undefined
  readonly services?: { readonly [service: string]: ServiceOptions } | undefined
  /** Storage that belongs to the category but to no service. */
  readonly cookies?: readonly CookieItem[] | undefined
}

export interface Categories {
  readonly [category: string]: CategoryOptions
}

/** The categories of a site that names none. */
export type DefaultCategories = {
  readonly necessary: { readonly required: true }
  readonly preferences: CategoryOptions
  readonly statistics: CategoryOptions
  readonly marketing: CategoryOptions
}

/** An interface, so that the compiler writes the names out where one is misspelt, not the options they come from. */
export interface NamesIn<C extends Categories> {
  readonly name: {
    [K in keyof C & string]:
      | K
      | (C[K] extends { readonly services: infer S } ? `${K}.${keyof S & string}` : never)
  }[keyof C & string]
}

/** Every name `isGranted` and friends accept: `category` and `category.service`. */
export type NameOf<C extends Categories> = NamesIn<C>['name']

/** A category with its defaults filled in. */
export interface Category extends CategoryOptions {
  readonly required: boolean
  readonly services: { readonly [service: string]: ServiceOptions }
  readonly cookies: readonly CookieItem[]
}
