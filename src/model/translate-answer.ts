import type { ForeignAnswer, Importer } from './importer.js'
import type { Choices } from './record.js'

/** Brings an answer under the names of an importer's map. A name that the map does not have stays. */
export function translateAnswer(
  { map, grants = true }: Importer,
  { answers, isList }: ForeignAnswer,
): Choices {
  const ownOf = (foreign: string) => (Object.hasOwn(map, foreign) ? map[foreign] : undefined)

  function translate(foreign: string): string[] {
    const own = ownOf(foreign)
    if (own !== undefined) return own ? own.split(' ') : []
    // `analytics.ga` is a service of what `analytics` stands for.
    const [category = '', ...service] = foreign.split('.')
    const parent = service[0] && ownOf(category)
    return parent ? parent.split(' ').map((name) => [name, ...service].join('.')) : [foreign]
  }

  // Without a prototype no name is there that nobody wrote.
  const choices: Record<string, boolean> = Object.create(null)
  for (const [foreign, answer] of Object.entries(answers)) {
    if (typeof answer !== 'boolean') continue
    for (const own of translate(foreign)) choices[own] = (choices[own] ?? true) && answer
  }
  if (isList) for (const own of Object.keys(map).flatMap(translate)) choices[own] ??= false
  for (const own of Object.keys(choices)) if (choices[own] && !grants) delete choices[own]
  return choices
}
