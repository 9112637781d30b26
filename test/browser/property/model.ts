import type { Choices, Plan, Step, Tag } from './plan.js'

/** `true` granted, `false` refused, absent: nobody has asked yet. */
type Answers = { readonly [name: string]: boolean }

const everything = ['statistics', 'marketing', 'marketing.video']

const all = (answer: boolean): Answers => Object.fromEntries(everything.map((name) => [name, answer]))

/** A category takes its service along, unless that is answered by name; what is left out keeps its answer. */
function answer(before: Answers, choices: Choices): Answers {
  const kept = (name: string) => choices[name] ?? before[name] ?? false
  return {
    statistics: kept('statistics'),
    marketing: kept('marketing'),
    'marketing.video': choices['marketing.video'] ?? choices.marketing ?? before['marketing.video'] ?? false,
  }
}

function after(before: Answers, step: Step): Answers {
  if (step.act === 'accept all') return all(true)
  if (step.act === 'reject all') return all(false)
  if (step.act === 'save') return answer(before, step.choices)
  return step.act === 'withdraw' ? answer(before, { [step.name]: false }) : before
}

/** What has been answered at the start (first entry) and after each step. */
export function answersOf({ remembered, steps }: Pick<Plan, 'remembered' | 'steps'>): readonly Answers[] {
  const list: Answers[] = [remembered ? answer({}, remembered) : {}]
  for (const step of steps) list.push(after(list.at(-1) ?? {}, step))
  return list
}

/** What `data-category` says, word by word: a space is "and", a bar is "or", a mark is "refused". */
export function isMet({ needs, service }: Tag, answers: Answers): boolean {
  const one = (word: string): boolean => {
    if (word === 'necessary') return true
    const name = service ? `${word}.${service}` : word
    return word.startsWith('!') ? answers[name.slice(1)] === false : answers[name] === true
  }
  return needs.split(' ').every((group) => group.split('|').some(one))
}

/** Every tag of the visit, with the step after which it is there: 0 for those of the page itself. */
export function tagsOf({ tags, steps }: Plan): readonly { readonly tag: Tag; readonly since: number }[] {
  return [
    ...tags.map((tag) => ({ tag, since: 0 })),
    ...steps.flatMap((step, index) =>
      step.act === 'insert' ? step.tags.map((tag) => ({ tag, since: index + 1 })) : [],
    ),
  ]
}

export const canRun = ({ answer }: Tag) => typeof answer === 'number'

export const isInNoLine = ({ kind }: Tag) => kind.startsWith('async')

/** The two lines of scripts: `defer` and modules come after the others, whatever their place. */
export const isLate = ({ kind }: Tag) => kind === 'defer file' || /module$/.test(kind)

/** What has to have run in the end, whatever else has. */
export function mustRun(plan: Plan): readonly string[] {
  const last = answersOf(plan).at(-1) ?? {}
  return tagsOf(plan)
    .filter(({ tag }) => canRun(tag) && isMet(tag, last))
    .map(({ tag }) => tag.id)
}
