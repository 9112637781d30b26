import type { Categories, CategoryOptions } from './categories.js'
import { categoryOf, isDeclared, joinName, namesOf } from './names.js'
import { own } from './own.js'
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
export interface Answers {
  /** The visitor's own. */
  readonly choices: Choices
  /** Those that hold until the visitor's own, such as a browser signal: read where there is none of the visitor's. */
  readonly presumed?: Choices
}

/** Own properties alone: a page may have put any name on `Object.prototype`. */
const find = (answers: Choices, name: string): Answer => own(answers, name) ?? own(answers, categoryOf(name))

/** Whether nothing of a category works before the visitor has agreed. */
const isOptIn = ({ required, model = 'opt-in' }: CategoriesOf['categories'][string]): boolean =>
  !required && model === 'opt-in'

/** Answers for a category or `category.service`. A name that is not declared is `undefined`. */
export function answerFor(options: CategoriesOf, answers: Answers, name: string): Answer {
  const category = own(options.categories, categoryOf(name))
  if (!category || !isDeclared(options, name)) return
  return (
    category.required ||
    (find(answers.choices, name) ??
      find(answers.presumed ?? {}, name) ??
      (isOptIn(category) ? undefined : true))
  )
}

/** Whether a granted name is granted without an answer: by its model, not by the visitor. */
export const isPresumed = ({ categories }: CategoriesOf, choices: Choices, name: string): boolean =>
  !own(categories, categoryOf(name))?.required && find(choices, name) === undefined

/** The categories that need an answer before anything of theirs works. */
const asked = ({ categories }: CategoriesOf) =>
  Object.entries(categories).flatMap(([key, category]) => (isOptIn(category) ? key : []))

/** Whether the record answers for this policy version and for every category that has to be asked. */
export function isAnswered(
  options: CategoriesOf & Pick<Settings, 'policy'>,
  record: Pick<ConsentRecord, 'policy' | 'choices'> | undefined,
): boolean {
  return (
    record?.policy === options.policy.version &&
    asked(options).every((key) => own(record.choices, key) !== undefined)
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
    namesOf(options).filter(
      (name) =>
        options.categories[categoryOf(name)]?.required ||
        (find(answers as Choices, name) ?? before.has(name)),
    ),
  )
}

/**
 * Writes a granted set as choices: categories both ways, services where they
 * differ from theirs. What is refused comes before all that is granted, so that
 * a value that was cut off grants less and not more.
 *
 * @param isTouched whether a name is written. An untouched opt-out or exempt name is not: absent means the
 * default of its model, so that an answer given in one region makes none in another
 */
export function choicesOf(
  { categories }: CategoriesOf,
  granted: ReadonlySet<string>,
  isTouched: (name: string) => boolean = () => true,
): Choices {
  const names = Object.entries(categories).flatMap(([key, category]) => {
    if (category.required) return []
    const isWritten = (name: string) => isOptIn(category) || isTouched(name)
    const differing = Object.keys(category.services ?? {})
      .map((service) => joinName(key, service))
      .filter((name) => granted.has(name) !== granted.has(key) && (isWritten(key) || isWritten(name)))
    return [...(isWritten(key) ? [key] : []), ...differing]
  })
  const isGranted = (name: string) => granted.has(name)
  return Object.fromEntries(
    [...names.filter((name) => !isGranted(name)), ...names.filter(isGranted)].map((name) => [
      name,
      isGranted(name),
    ]),
  )
}
