import type { Categories } from './categories.js'
import { categoryOf, isDeclared, joinName, splitName } from './names.js'
import type { Choices } from './record.js'

/** Answers in the names of this site. */
export interface FittedChoices {
  readonly choices: Choices
  /** Names that this site does not have. */
  readonly unknown: readonly string[]
}

/**
 * Brings answers of another system under the names of this site. A bare name can be that of one service; a
 * category whose services are all answered is answered with them, and refused where one of them is.
 */
export function fitChoices(categories: Categories, answers: Choices): FittedChoices {
  const found = new Map<string, boolean>()
  const unknown: string[] = []
  const servicesOf = (category: string) => Object.keys(categories[category]?.services ?? {})

  for (const [name, answer] of Object.entries(answers)) {
    const owners = Object.keys(categories).filter((category) => servicesOf(category).includes(name))
    const [, service] = splitName(name)
    if (service === '*') continue
    if (isDeclared({ categories }, name)) found.set(name, answer)
    else if (owners.length === 1) found.set(joinName(`${owners[0]}`, name), answer)
    else unknown.push(name)
  }
  for (const [category, { required }] of Object.entries(categories)) {
    const names = servicesOf(category).map((service) => joinName(category, service))
    const others = answers[`${category}.*`]
    if (others !== undefined) for (const name of names) if (!found.has(name)) found.set(name, others)
    if (names[0] && !found.has(category) && names.every((name) => found.has(name)))
      found.set(
        category,
        names.every((name) => found.get(name)),
      )
    // Nobody answers for what cannot be refused.
    if (required) for (const name of [category, ...names]) found.delete(name)
  }
  // Refusals first: a value that was cut off grants less then, not more.
  const sorted = [...found]
    .filter(([name]) => !categories[categoryOf(name)]?.required)
    .sort(([, a], [, b]) => Number(a) - Number(b))
  return { choices: Object.fromEntries(sorted), unknown }
}
