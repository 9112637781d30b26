import { answerFor, isAnswered } from '../model/decision.js'
import type { ConsentRecord } from '../model/record.js'
import type { Settings } from '../model/settings.js'
import { fill } from '../text/fill.js'
import { tableOfCategories } from './category-table.js'
import { declaredItems } from './declared-items.js'
import { describeCategories } from './described-categories.js'
import { type GroupBy, groupItems } from './group-items.js'
import { tableOfItems } from './item-table.js'
import type { Table } from './table.js'
import { describeVersion } from './version.js'
import type { Wording } from './wording.js'

/** The parts of a declaration, in this order: the policy's version, the visitor's choice, two kinds of tables. */
export type Part = 'version' | 'choice' | 'categories' | 'cookies'

/** What is shown, and how. */
export interface Shown {
  /** @default 'category' */
  readonly groupBy?: GroupBy | undefined
  /** @default all of them */
  readonly show?: readonly Part[] | undefined
  /**
   * What the visitor has answered; `null`: nothing yet. Left out, the declaration is the same for everyone
   * and has no part `choice`: for pages that are built once or kept by a shared cache.
   */
  readonly record?: ConsentRecord | null | undefined
}

/** The visitor's choice in words, and what can be done about it. */
export interface Choice {
  readonly heading: string
  readonly lines: readonly string[]
  readonly actions: readonly { readonly action: string; readonly label: string }[]
}

/** A declaration before it is HTML: text and tables. */
export interface Declaration {
  readonly language: string
  readonly version?: { readonly text: string; readonly date?: string | undefined } | undefined
  readonly choice?: Choice | undefined
  readonly tables: readonly Table[]
}

/** @param options with our own cookie among them (`withOwnCookie`) */
export function createDeclaration(
  options: Settings,
  wording: Wording,
  { groupBy = 'category', show = ['version', 'choice', 'categories', 'cookies'], record }: Shown,
): Declaration {
  const { texts, language } = wording
  const categories = describeCategories(options, wording)
  const items = declaredItems(options, wording.locale)
  const has = (part: Part) => show.includes(part)
  const stateOf = (name: string): string =>
    answerFor(options, { choices: record?.choices ?? {} }, name) ? texts.allowed : texts.refused

  const choice = (): Choice => {
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
    const lines = record
      ? [fill(texts.proof, { date: date.format(record.decidedAt), id: record.id })]
      : [texts.unanswered]
    if (record && !isAnswered(options, record)) lines.push(texts.outdated)
    const actions = [
      { action: 'preferences', label: texts.change },
      { action: 'withdraw', label: texts.withdraw },
    ]
    return { heading: texts.currentChoice, lines, actions }
  }

  return {
    language,
    version: has('version') ? describeVersion(options.policy.version, wording) : undefined,
    choice: has('choice') && record !== undefined ? choice() : undefined,
    tables: [
      ...(has('categories')
        ? [
            tableOfCategories(categories, wording, {
              stateOf: record === undefined ? undefined : stateOf,
              isLinked: has('cookies') && groupBy === 'category',
            }),
          ]
        : []),
      ...(has('cookies')
        ? groupItems(items, categories, groupBy, wording).map((group) =>
            tableOfItems(group, categories, groupBy, wording),
          )
        : []),
    ],
  }
}
