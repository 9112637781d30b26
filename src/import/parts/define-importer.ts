import type { ForeignStores, ImportedAnswer, Importer, Place } from '../../model/importer.js'

/**
 * Names of this site by the system's own: one, several with spaces between, or `false` for a name that means
 * nothing here. Of several answers for one name a refusal counts.
 */
export interface NameMap {
  readonly [foreign: string]: string | false
}

/** What every importer takes beside its map. */
export interface ImportOptions {
  /** Whether grants are taken too, or refusals alone. @default true, except where the system's page says so */
  readonly grants?: boolean | undefined
  /** The site's own name for the cookie or the key of storage. @default the system's */
  readonly key?: string | undefined
}

/** What was found, in the system's own names. Values that are neither `true` nor `false` are no answers. */
export interface Found {
  readonly answers: { readonly [name: string]: unknown }
  /** Milliseconds since 1970, or a text that `Date` reads. A time that is none makes the answer none. */
  readonly time?: unknown
  /** Whether the system lists grants alone: a name of the map that no listed one leads to is refused then. */
  readonly isList?: boolean
}

interface ImporterOptions {
  readonly name: string
  readonly places: readonly Place[]
  readonly usual?: NameMap | undefined
  readonly map: NameMap
  readonly options: ImportOptions
  readonly find: (stores: ForeignStores, names: NameMap) => Found | undefined
}

/** Makes an importer of what a system stores and of a map to the names of this site. */
/* @__NO_SIDE_EFFECTS__ */
export function defineImporter({
  name,
  places,
  usual,
  map,
  options: { grants = true },
  find,
}: ImporterOptions): Importer {
  const names = { ...usual, ...map }
  const ownOf = (foreign: string) => (Object.hasOwn(names, foreign) ? names[foreign] : undefined)

  /** `analytics.ga` is a service of what `analytics` stands for. A name that is not in the map stays. */
  function translate(foreign: string): string[] {
    const own = ownOf(foreign)
    if (own !== undefined) return own ? own.split(' ') : []
    const [, category = '', service] = /^([^.]*)\.(.*)$/.exec(foreign) ?? []
    const parent = ownOf(category)
    return parent ? parent.split(' ').map((name) => `${name}.${service}`) : [foreign]
  }

  return {
    name,
    places,
    read(stores): ImportedAnswer | undefined {
      const found = find(stores, names)
      const decidedAt = found?.time === undefined ? undefined : new Date(found.time as string | number)
      if (!found || (decidedAt && !(+decidedAt > 0))) return
      // Without a prototype no name is there that nobody wrote.
      const choices: Record<string, boolean> = Object.create(null)
      for (const [foreign, answer] of Object.entries(found.answers)) {
        if (typeof answer !== 'boolean') continue
        for (const own of translate(foreign)) choices[own] = (choices[own] ?? true) && answer
      }
      if (found.isList) for (const own of Object.keys(names).flatMap(translate)) choices[own] ??= false
      for (const own of Object.keys(choices)) if (choices[own] && !grants) delete choices[own]
      return { choices, decidedAt }
    },
  }
}
