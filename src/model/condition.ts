import type { Answer } from './decision.js'

/**
 * Evaluates `data-category`: `a b` needs both, `a|b` one of them, `!a` is met
 * when `a` was asked and refused. An empty or unknown name is never met.
 */
export function isMet(
  condition: string,
  service: string | undefined,
  answer: (name: string) => Answer,
): boolean {
  const holds = (term: string) =>
    term.startsWith('!') ? answer(nameIn(term, service)) === false : answer(nameIn(term, service)) === true
  return condition
    .trim()
    .replace(/\s*\|\s*/g, '|')
    .split(/\s+/)
    .every((terms) => terms.split('|').some(holds))
}

/** Every name a condition mentions. */
export function namesIn(condition: string, service: string | undefined): string[] {
  return (condition.match(/[^\s|]+/g) ?? []).map((term) => nameIn(term, service))
}

function nameIn(term: string, service: string | undefined): string {
  const name = term.replace('!', '')
  return service ? `${name}.${service}` : name
}
