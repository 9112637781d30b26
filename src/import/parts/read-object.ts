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

/**
 * Reads an object from JSON as it stands, percent-encoded, or encoded twice.
 *
 * @throws SyntaxError for anything else, which makes it no answer
 */
export function readObject(value = '{}'): Fields {
  const text = decode(value[0] === '%' ? decode(value) : value)
  const read: unknown = JSON.parse(text[0] === '{' ? text : '')
  return read as Fields
}
