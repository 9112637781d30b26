import type { Categories } from './categories.js'
import { type FittedChoices, fitChoices } from './fit-choices.js'
import { foreignStores } from './foreign-stores.js'
import type { ForeignAnswer, ForeignStores, Importer } from './importer.js'
import { isCurrent } from './record.js'
import { translateAnswer } from './translate-answer.js'

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

/** A `Cookie` header, as Node and `Headers.get` give it, or the stores of a browser. */
type Source = string | null | undefined | ForeignStores

/**
 * Reads the first answer of another system that can be used: explicit, with a name of this site, not ended.
 *
 * @example readImported(request.headers.cookie, [klaro()], { categories, days: 182 })
 */
export function readImported(
  source: Source,
  importers: readonly Importer[],
  options: ReadOptions,
): Imported | undefined {
  return readAllImported(source, importers, options).find(({ choices }) => Object.keys(choices)[0])
}

/** Reads every answer of other systems that has not ended, in the order of the importers. */
export function readAllImported(
  source: Source,
  importers: readonly Importer[],
  { categories, days }: ReadOptions,
): Imported[] {
  const stores = typeof source === 'object' && source ? source : foreignStores(source)
  return importers.flatMap((importer) => {
    const answer = findSafely(importer, stores)
    const decidedAt = answer?.time === undefined ? undefined : new Date(answer.time as string | number)
    // Every comparison with a time that is none fails.
    if (!answer || (decidedAt && !isCurrent({ decidedAt }, days))) return []
    return [{ importer, decidedAt, ...fitChoices(categories, translateAnswer(importer, answer)) }]
  })
}

/** Whatever is in a foreign cookie, it is an answer or none. */
function findSafely(importer: Importer, stores: ForeignStores): ForeignAnswer | undefined {
  try {
    return importer.find(stores, importer.map)
  } catch {
    return
  }
}
