/** A name or address with `*` for any run of characters, or a RegExp. */
export type Pattern = string | RegExp

/**
 * Whether a pattern matches a whole text. Linear in time per star, where a RegExp of several stars takes
 * seconds on a long name.
 */
export function matches(pattern: Pattern, text: string): boolean {
  // `search` starts at the beginning, where `test` with the `g` flag starts where it stopped.
  if (typeof pattern !== 'string') return text.search(pattern) >= 0
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined) return text === pattern
  return text.length >= start.length + end.length && text.endsWith(end) && isInOrder(start, rest, text, end)
}

/** Whether a text starts with a pattern: of a path, the rest may be anything. */
export const startsWithPattern = (pattern: string, text: string): boolean => matches(`${pattern}*`, text)

function isInOrder(start: string, middle: readonly string[], text: string, end: string): boolean {
  if (!text.startsWith(start)) return false
  let at = start.length
  for (const part of middle) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= text.length - end.length
}
