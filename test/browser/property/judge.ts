import { answersOf, canRun, isInNoLine, isLate, isMet, mustRun, tagsOf } from './model.js'
import type { Plan } from './plan.js'

/** What the page has noted, in order: a tag ran, a step was taken, its release cannot be later than this. */
export type Entry = readonly ['ran', string] | readonly ['step' | 'settled', number]

export interface Visit {
  readonly log: readonly Entry[]
  /** Tags as they stand in the document at the end. */
  readonly order: readonly string[]
  /** What the page knows of scripts that have not run: reports, record, markup. */
  readonly told: readonly string[]
}

/**
 * Compares a visit with the model.
 *
 * When a script becomes due is known only roughly from outside: after its step,
 * and before the page has noted that the step is settled. So an order is
 * demanded of two scripts where no moment of release would excuse another one:
 * they were granted by the same step, or the earlier one was settled in its place
 * before the line moved on to the later one.
 * @returns what is wrong, in words
 */
export function judge(plan: Plan, { log, order }: Visit): readonly string[] {
  const answers = answersOf(plan)
  const all = new Map(tagsOf(plan).map((it) => [it.tag.id, it]))
  const faults: string[] = []
  const ran = new Map<string, number>()
  const settled = new Map<number, number>()
  /** Where in the log each line has moved last: false the classic one, true the late one. */
  const moved = new Map<boolean, number>()
  let now = 0

  const isDue = (id: string, step: number) => {
    const it = all.get(id)
    return !!it && it.since <= step && isMet(it.tag, answers[step] ?? {})
  }
  const firstDue = (id: string) => answers.findIndex((_, step) => isDue(id, step))
  /** Since which step it has been due without a break. */
  const dueSince = (id: string) => {
    let step = now
    while (step > 0 && isDue(id, step - 1)) step--
    return step
  }
  /** Has to run before the other one, if both wait. */
  const precedes = (a: string, b: string) => {
    const [one, other] = [all.get(a)?.tag, all.get(b)?.tag]
    if (!one || !other || isInNoLine(one) || isInNoLine(other)) return false
    if (isLate(one) !== isLate(other)) return isLate(other)
    return order.indexOf(a) < order.indexOf(b)
  }

  /** Whether an inline module has run nobody can know: taken back once it was handed over, it does not return. */
  const wasTakenBack = (id: string) =>
    all.get(id)?.tag.kind === 'inline module' &&
    !log.some(([what, which]) => what === 'ran' && which === id) &&
    answers.some((_, step) => isDue(id, step - 1) && !isDue(id, step))

  for (const [at, [what, which]] of log.entries()) {
    if (what === 'settled') settled.set(which, at)
    if (what === 'step') now = which
    if (what !== 'ran') continue
    const tag = all.get(which)?.tag
    if (!tag) throw new Error(`${which} ran and is no tag of this page.`)
    if (!isDue(which, now)) faults.push(`${which} ran without consent, after step ${now}`)
    if (ran.has(which)) faults.push(`${which} ran twice`)
    for (const [id, { tag: before }] of all) {
      if (id === which || ran.has(id) || !canRun(before) || !isDue(id, now) || !precedes(id, which)) continue
      if (wasTakenBack(id)) continue
      const since = dueSince(id)
      const wasThere = (settled.get(since) ?? log.length) < (moved.get(isLate(tag)) ?? -1)
      if (since <= firstDue(which) || wasThere) faults.push(`${which} ran before ${id}`)
    }
    ran.set(which, at)
    if (!isInNoLine(tag)) moved.set(isLate(tag), at)
  }
  for (const id of mustRun(plan)) if (!ran.has(id) && !wasTakenBack(id)) faults.push(`${id} never ran`)
  return faults
}

/** Compares a page whose tags were all granted before it was parsed with the same page untagged. */
export function compare(plan: Plan, ours: Visit, native: Visit): readonly string[] {
  const inLine = new Set(plan.tags.filter((tag) => !isInNoLine(tag)).map(({ id }) => id))
  const list = ({ log }: Visit) => log.flatMap((entry) => (entry[0] === 'ran' ? [entry[1]] : []))
  const ordered = (visit: Visit) =>
    list(visit)
      .filter((id) => inLine.has(id))
      .join(' ')
  const others = (visit: Visit) =>
    list(visit)
      .filter((id) => !inLine.has(id))
      .sort()
      .join(' ')
  const faults: string[] = []
  if (ordered(ours) !== ordered(native))
    faults.push(`the browser's own order is ${ordered(native)}, ours is ${ordered(ours)}`)
  if (others(ours) !== others(native))
    faults.push(`without askfirst ${others(native)} of the async ones run, with it ${others(ours)}`)
  return faults
}
