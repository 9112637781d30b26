import type { Categories, CategoryOptions, ResolvedOptions } from './options.js'
import type { Choices, ConsentRecord } from './record.js'

/**
 * What is known of one name: `true` granted, `false` asked and refused,
 * `undefined` not asked, or no name of this site.
 */
export type Answer = boolean | undefined

/** The categories of a site that names none. */
export const defaultCategories: Categories = {
  necessary: { required: true },
  preferences: {},
  statistics: {},
  marketing: {},
}

/** As much of the categories as a decision needs, as they are given or resolved. */
interface CategoriesOf {
  readonly categories: {
    readonly [category: string]: Pick<CategoryOptions, 'required' | 'services'>
  }
}

/** Answers for a category or `category.service`. Whatever is not declared is `undefined`. */
export function answerFor({ categories }: CategoriesOf, choices: Choices, name: string): Answer {
  const [key, service] = name.split('.') as [string, string?]
  const category = Object.hasOwn(categories, key) && categories[key]
  if (!category) return
  const { required, services = {} } = category
  // A site that declares no services may still tag with `data-service`; one that
  // does has misspelt it, and nothing unknown is let through.
  if (service && Object.keys(services)[0] && !Object.hasOwn(services, service)) return
  return required || (choices[name] ?? choices[key])
}

/** Every category and `category.service` of the site, in the order of the options. */
export function namesOf({ categories }: CategoriesOf): string[] {
  return Object.entries(categories).flatMap(([key, { services = {} }]) => [
    key,
    ...Object.keys(services).map((service) => `${key}.${service}`),
  ])
}

/** Whether the record answers for this policy version and for every category that can be refused. */
export function isAnswered(
  options: CategoriesOf & Pick<ResolvedOptions, 'policy'>,
  record: ConsentRecord | undefined,
): boolean {
  return (
    record?.policy === options.policy.version &&
    Object.keys(options.categories).every((key) => answerFor(options, record.choices, key) !== undefined)
  )
}

/**
 * Lays answers over what was granted before: a category takes its services
 * along, unless they are answered by name.
 */
export function withAnswers(
  options: CategoriesOf,
  granted: Iterable<string>,
  answers: Partial<Choices>,
): Set<string> {
  const before = new Set(granted)
  return new Set(
    namesOf(options).filter((name) => {
      const category = name.split('.')[0] as string
      return (
        options.categories[category]?.required || (answers[name] ?? answers[category] ?? before.has(name))
      )
    }),
  )
}

/**
 * Writes a granted set as choices: categories both ways, services where they
 * differ from theirs. What is refused comes before the grant it is taken from,
 * so that a value that was cut off grants less and not more.
 */
export function choicesOf({ categories }: CategoriesOf, granted: ReadonlySet<string>): Choices {
  return Object.fromEntries(
    Object.entries(categories).flatMap(([key, { required, services = {} }]) => {
      if (required) return []
      const answer = granted.has(key)
      const others = Object.keys(services)
        .map((service): [string, boolean] => [`${key}.${service}`, !answer])
        .filter(([name]) => granted.has(name) !== answer)
      return answer ? [...others, [key, answer]] : [[key, answer], ...others]
    }),
  )
}
