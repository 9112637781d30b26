import fc from 'fast-check'

/** How a tag is written. Of these only `async` ones stand in no line. */
export const kinds = [
  'inline',
  'file',
  'defer file',
  'async file',
  'module',
  'inline module',
  'async module',
] as const

/** How a tag's file answers: after so many milliseconds, with 404, or not at all because a blocker stops it. */
export type Answer = number | 'missing' | 'blocked'

export interface Tag {
  readonly id: string
  readonly kind: (typeof kinds)[number]
  /** What stands in `data-category`. */
  readonly needs: string
  readonly service?: string
  readonly answer: Answer
}

export type Choices = { readonly [name: string]: boolean }

/** Tags that come while the visitor is on the page, before the tag number `at`. */
export interface Insertion {
  readonly act: 'insert'
  readonly tags: readonly Tag[]
  readonly by: Way
  readonly at: number
}

export type Decision =
  | { readonly act: 'accept all' }
  | { readonly act: 'reject all' }
  | { readonly act: 'save'; readonly choices: Choices }
  | { readonly act: 'withdraw'; readonly name: string }

/** What happens on the page, `wait` milliseconds after what happened before. */
export type Step = { readonly wait: number } & (Decision | Insertion)

export type Way = 'nodes' | 'innerHTML' | 'innerHTML before it is in the page'

/** One visit: what the visitor had chosen before, what the page holds, and what happens on it. */
export interface Plan {
  readonly remembered: Choices | undefined
  readonly tags: readonly Tag[]
  readonly steps: readonly Step[]
}

const answers = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0, 30, 90, 160) },
  { weight: 1, arbitrary: fc.constantFrom('missing' as const, 'blocked' as const) },
)

const needs = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('statistics', 'marketing') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('statistics marketing', 'statistics|marketing', '!statistics', '!marketing'),
  },
  { weight: 1, arbitrary: fc.constantFrom('necessary', 'unheard-of') },
)

const tag = fc
  .record({
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('inline' as const, 'file' as const) },
      { weight: 2, arbitrary: fc.constantFrom(...kinds) },
    ),
    needs: fc.oneof(
      { weight: 6, arbitrary: needs.map((needs) => ({ needs })) },
      { weight: 1, arbitrary: fc.constant({ needs: 'marketing', service: 'video' }) },
    ),
    answer: answers,
  })
  // Inline code has no answer that could be late.
  .map(({ kind, needs, answer }) => ({ kind, ...needs, answer: kind.startsWith('inline') ? 0 : answer }))

const choices = fc.record(
  { statistics: fc.boolean(), marketing: fc.boolean(), 'marketing.video': fc.boolean() },
  { requiredKeys: [] },
)

const act = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ act: 'accept all' as const }) },
  { weight: 1, arbitrary: fc.constant({ act: 'reject all' as const }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('save' as const), choices }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('withdraw' as const),
      name: fc.constantFrom('statistics', 'marketing', 'marketing.video'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('insert' as const),
      tags: fc.array(tag, { minLength: 1, maxLength: 3 }),
      by: fc.constantFrom<Way>('nodes', 'innerHTML', 'innerHTML before it is in the page'),
      at: fc.nat({ max: 8 }),
    }),
  },
)

const step = fc.tuple(fc.constantFrom(0, 0, 10, 40, 90, 200), act).map(([wait, act]) => ({ wait, ...act }))

/** Random visits. Smaller ones are shorter, with inline tags that answer at once. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    remembered: fc.option(fc.record({ statistics: fc.boolean(), marketing: fc.boolean() }), {
      nil: undefined,
      freq: 2,
    }),
    tags: fc.array(tag, { minLength: 1, maxLength: 9 }),
    steps: fc.array(step, { maxLength: 5 }),
  })
  .map(({ remembered, tags, steps }) => ({
    remembered,
    tags: tags.map((it, index) => ({ id: `t${index + 1}`, ...it })),
    steps: steps.map((it, index) =>
      it.act === 'insert'
        ? { ...it, tags: it.tags.map((tag, place) => ({ id: `s${index + 1}.${place + 1}`, ...tag })) }
        : it,
    ),
  }))
