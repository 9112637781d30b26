import type { Choices } from './record.js'

/** What another consent system may have left with the visitor. On a server there is no local storage. */
export interface ForeignStores {
  /** Value of a cookie as it stands, not decoded. */
  readonly cookie: (name: string) => string | undefined
  readonly cookies: readonly (readonly [name: string, value: string])[]
  /** Value of a key of local storage. */
  readonly item: (key: string) => string | undefined
}

/** An explicit answer given under another system. */
export interface ImportedAnswer {
  /**
   * By name of this site where the importer's map has one, else by the system's own. `category.*` answers for
   * every service of the category that is not named.
   */
  readonly choices: Choices
  /** When it was given; none where the system does not say. */
  readonly decidedAt?: Date | undefined
}

/** One place of another system; `*` in the name is any run of characters. */
export interface Place {
  readonly kind: 'cookie' | 'local-storage'
  readonly name: string
}

/** Reads the choice that one other consent system has stored. Pure: for browsers, servers and edge runtimes. */
export interface Importer {
  /** Name of the system, as in `askfirst/import/<name>`. */
  readonly name: string
  /** Where the system keeps its choice. */
  readonly places: readonly Place[]
  /** @returns `undefined` where the visitor has given no explicit answer, or none that can be read */
  readonly read: (stores: ForeignStores) => ImportedAnswer | undefined
}
