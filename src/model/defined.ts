import { bare } from './bare.js'

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The values that are there: what is written as `undefined`, or left empty in a file (`null`), hides no default. */
export function defined<T extends object>(options?: T | null): Defined<T> {
  return bare(
    Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value != null)) as Defined<T>,
  )
}
