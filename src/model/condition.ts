import type { Answer } from './decision.js'
import { joinName } from './names.js'

interface Term {
  readonly name: string
  /** `!a`: asked and refused. */
  readonly isRefusal: boolean
}

/** `a b|!c` → all of `[[a], [b, !c]]`, one of each. A service stands beside every name. */
export function parseCondition(condition: string, service: string | undefined): Term[][] {
  const groups = condition
    .trim()
    .replace(/\s*\|\s*/g, '|')
    .split(/\s+/)
  return groups.map((group) =>
    group.split('|').map((term) => ({
      name: joinName(term.replace('!', ''), service),
      isRefusal: term.startsWith('!'),
    })),
  )
}

/**
 * Evaluates `data-category`: `a b` needs both, `a|b` one of them, `!a` is met
 * when `a` was asked and refused. An empty or unknown name is never met.
 */
export function isMet(
  condition: string,
  service: string | undefined,
  answer: (name: string) => Answer,
): boolean {
  return parseCondition(condition, service).every((group) =>
    group.some(({ name, isRefusal }) => answer(name) === !isRefusal),
  )
}

/** Every name a condition mentions. */
export function namesIn(condition: string, service: string | undefined): string[] {
  return parseCondition(condition, service).flatMap((group) =>
    group.flatMap(({ name }) => (/^\W|^$/.test(name) ? [] : name)),
  )
}

/** The names whose consent a condition asks for: not those it wants refused. */
export function namesNeeded(condition: string, service: string | undefined): string[] {
  return parseCondition(condition, service).flatMap((group) =>
    group.flatMap(({ name, isRefusal }) => (isRefusal ? [] : name)),
  )
}

/** The first name of each group: granting them meets a condition. None where one of them has to be refused. */
export function namesToGrant(condition: string): string[] {
  const groups = parseCondition(condition, undefined)
  if (groups.flat().some(({ isRefusal }) => isRefusal)) return []
  return groups.map(([term]) => term?.name ?? '')
}
