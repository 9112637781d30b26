import type { NamePattern } from './facts.js'

const escapeExpression = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** Whether a pattern covers a name. A regular expression that cannot be read covers nothing. */
export function matchName({ name: pattern, expression }: NamePattern, name: string): boolean {
  if (!expression) {
    if (!pattern.includes('*')) return pattern === name
    return new RegExp(`^${pattern.split('*').map(escapeExpression).join('.*')}$`, 's').test(name)
  }
  try {
    // Without `g` and `y`: those remember a place between calls.
    return new RegExp(expression[0], expression[1].replace(/[gy]/g, '')).test(name)
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
