import type { Categories } from './categories.js'
import { type FittedChoices, fitChoices } from './fit-choices.js'
import { foreignStores } from './foreign-stores.js'
import type { ForeignStores, ImportedAnswer, Importer } from './importer.js'
import { isCurrent } from './record.js'

/** What one importer found. */
export interface Imported extends FittedChoices {
  readonly importer: Importer
  /** None where the system does not say. */
  readonly decidedAt: Date | undefined
}

interface ReadOptions {
  /** Those of this site, as given or resolved. */
  readonly categories: Categories
  /** Days a choice is kept. */
  readonly days: number
}

/**
 * Reads the first answer of another system that can be used: explicit, with a name of this site, not ended.
 *
 * @param source value of a `Cookie` header, or the stores of a browser
 */
export function readImported(
  source: string | null | undefined | ForeignStores,
  importers: readonly Importer[],
  options: ReadOptions,
): Imported | undefined {
  return readAllImported(source, importers, options).find(({ choices }) => Object.keys(choices)[0])
}

/** Reads every answer of other systems that has not ended, in the order of the importers. */
export function readAllImported(
  source: string | null | undefined | ForeignStores,
  importers: readonly Importer[],
  { categories, days }: ReadOptions,
): Imported[] {
  const stores = typeof source === 'object' && source ? source : foreignStores(source)
  return importers.flatMap((importer) => {
    const answer = readSafely(importer, stores)
    const { decidedAt } = answer ?? {}
    if (!answer || (decidedAt && !isCurrent({ decidedAt }, days))) return []
    return [{ importer, decidedAt, ...fitChoices(categories, answer.choices) }]
  })
}

/** Whatever is in a foreign cookie, it is an answer or none. */
function readSafely(importer: Importer, stores: ForeignStores): ImportedAnswer | undefined {
  try {
    return importer.read(stores)
  } catch {
    return
  }
}
