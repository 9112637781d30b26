/** What another consent system may have left with the visitor. On a server there is no local storage. */
export interface ForeignStores {
  /** Value of a cookie as it stands, not decoded. */
  readonly cookie: (name: string) => string | undefined
  readonly cookies: readonly (readonly [name: string, value: string])[]
  /** Value of a key of local storage. */
  readonly item: (key: string) => string | undefined
}

/**
 * Names of this site by the system's own: one, several with spaces between, or `false` for a name that means
 * nothing here. Of several answers for one name a refusal counts.
 */
export interface NameMap {
  readonly [foreign: string]: string | false
}

/** An explicit answer given under another system, in its own names. */
export interface ForeignAnswer {
  /**
   * By name; `category.service` for a service, `category.*` for every other service of a category. Values that are
   * neither `true` nor `false` are no answers.
   */
  readonly answers: { readonly [name: string]: unknown }
  /**
   * When it was given: milliseconds since 1970 or a text that `Date` reads. A time that is none makes the answer
   * none. @default the system does not say
   */
  readonly time?: unknown
  /** Whether only grants are listed: a name of the map that no listed one leads to is refused then. */
  readonly isList?: boolean
}

/** Reads the choice that one other consent system has stored. Pure: for browsers, servers and edge runtimes. */
export interface Importer {
  /** Name of the system, as in `askfirst/import/<name>`. */
  readonly name: string
  /** Its cookies; a `*` at the end stands for any rest. */
  readonly cookies?: readonly string[]
  /** Its keys of local storage, likewise. */
  readonly items?: readonly string[]
  readonly map: NameMap
  /** Whether grants are taken too, or refusals alone. @default true */
  readonly grants?: boolean | undefined
  /** @returns `undefined` where the visitor has given no explicit answer; may throw on what cannot be read */
  readonly find: (stores: ForeignStores, map: NameMap) => ForeignAnswer | undefined
}

/** What the importers take beside their map. */
export interface ImportOptions {
  /** Whether grants are taken too, or refusals alone. @default true, except where the system's page says so */
  readonly grants?: boolean | undefined
  /** The site's own name for the cookie or the key of storage. @default the system's */
  readonly key?: string | undefined
}
