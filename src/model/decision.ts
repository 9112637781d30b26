import type { Categories, CategoryOptions } from './categories.js'
import { categoryOf, isDeclared, joinName, namesOf } from './names.js'
import type { Choices, ConsentRecord } from './record.js'
import type { Settings } from './settings.js'

/**
 * What is known of one name: `true` granted, `false` asked and refused,
 * `undefined` not asked, or no name of this site.
 */
export type Answer = boolean | undefined

/** Whether the visitor has answered for this policy and these categories. */
export type Status = 'undecided' | 'decided'

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
    readonly [category: string]: Pick<CategoryOptions, 'required' | 'model' | 'services'>
  }
}

/** The answers in force. */
interface Answers {
  /** The visitor's own. */
  readonly choices: Choices
  /** Those that hold until the visitor's own, such as a browser signal. */
  readonly presumed?: Choices
}

/** Answers for a category or `category.service`. A name that is not declared is `undefined`. */
export function answerFor(options: CategoriesOf, { choices, presumed = {} }: Answers, name: string): Answer {
  const key = categoryOf(name)
  if (!isDeclared(options, name)) return
  const { required, model = 'opt-in' } = options.categories[key] ?? {}
  return (
    required ||
    (choices[name] ??
      choices[key] ??
      presumed[name] ??
      presumed[key] ??
      (model === 'opt-in' ? undefined : true))
  )
}

/** Whether a granted name is granted without an answer: by its model, not by the visitor. */
export function isPresumed({ categories }: CategoriesOf, choices: Choices, name: string): boolean {
  const key = categoryOf(name)
  return !categories[key]?.required && (choices[name] ?? choices[key]) === undefined
}

/** The categories that need an answer before anything of theirs works. */
const asked = ({ categories }: CategoriesOf) =>
  Object.keys(categories).filter((key) => {
    const { required, model = 'opt-in' } = categories[key] ?? {}
    return !required && model === 'opt-in'
  })

/** Whether the record answers for this policy version and for every category that has to be asked. */
export function isAnswered(
  options: CategoriesOf & Pick<Settings, 'policy'>,
  record: ConsentRecord | undefined,
): boolean {
  return (
    record?.policy === options.policy.version &&
    asked(options).every((key) => record.choices[key] !== undefined)
  )
}

/** Whether the visitor has to be asked: a category is open, or was answered under another policy. */
export function isAsking(
  options: CategoriesOf & Pick<Settings, 'policy'>,
  record: ConsentRecord | undefined,
  answer: (name: string) => Answer,
): boolean {
  const names = asked(options)
  const isOutdated = !!record && record.policy !== options.policy.version
  return isOutdated ? !!names[0] : names.some((key) => answer(key) === undefined)
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
      const category = categoryOf(name)
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
        .map((service): [string, boolean] => [joinName(key, service), !answer])
        .filter(([name]) => granted.has(name) !== answer)
      return answer ? [...others, [key, answer]] : [[key, answer], ...others]
    }),
  )
}
