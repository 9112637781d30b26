import { matches } from '../../model/pattern.js'
import type { NamePattern } from './facts.js'

/** Whether a pattern covers a name. A regular expression that cannot be read covers nothing. */
export function matchName({ name: pattern, expression }: NamePattern, name: string): boolean {
  if (!expression) return matches(pattern, name)
  try {
    // Without `y`, which asks for the beginning.
    return matches(new RegExp(expression[0], expression[1].replace(/[gy]/g, '')), name)
  } catch {
    return false
  }
}

/** Whether a host is another one or lies below it. Compares labels, never substrings. */
export function isWithin(host: string, domain: string): boolean {
  const parent = domain.replace(/^\./, '').toLowerCase()
  const child = host.replace(/^\./, '').toLowerCase()
  return child === parent || child.endsWith(`.${parent}`)
}
