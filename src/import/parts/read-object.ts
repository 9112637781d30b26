/** The fields of an object that came as JSON. */
export interface Fields {
  readonly [key: string]: unknown
}

/** The fields of a value, none where it has none. */
export const fieldsOf = (value: unknown): Fields => (value ?? {}) as Fields

/** Percent-decodes, and leaves alone what is not encoded. */
export function decode(value = ''): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** An encoded object starts with `%7B%22`, or with `{%22` as js-cookie writes it. */
const unwrap = (value: string): string => (/^.?%/.test(value) ? decodeURIComponent(value) : value)

/**
 * Reads an object from JSON as it stands, percent-encoded, or encoded twice.
 *
 * @throws SyntaxError or URIError for anything else, which makes it no answer
 */
export function readObject(value = '{}'): Fields {
  const text = unwrap(unwrap(value))
  const read: unknown = JSON.parse(text[0] === '{' ? text : '')
  return read as Fields
}
