import { isCannot } from './cannot.mjs'

/**
 * Runs one measure: in each round every library, and each round begins with
 * another one, so that what slows the machine for a while slows all of them.
 * @param attempt runs a measure's function for one library
 * @param base the page that a measure of extra cost is taken over
 * @returns per row of the table: its title, and the values by library
 */
export async function interleave({ titles, over, run }, libraries, { rounds, attempt, base }) {
  const rows = titles.map((row) => ({
    row,
    values: Object.fromEntries(libraries.map(({ name }) => [name, []])),
  }))
  const all = over ? [...libraries, base] : libraries
  for (let round = 0; round < rounds; round++) {
    const shift = round % all.length
    const found = new Map()
    for (const library of [...all.slice(shift), ...all.slice(0, shift)]) {
      // What a library cannot do it cannot do in the next round either.
      if (rows.some(({ values }) => values[library.name]?.some(isCannot))) continue
      found.set(library, await attempt(library, run))
    }
    const alone = found.get(base)
    for (const library of libraries) {
      found.get(library)?.forEach((value, index) => {
        rows[index].values[library.name].push(alone ? value - alone[index] : value)
      })
    }
  }
  return rows
}
