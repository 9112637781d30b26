/** The fields of an object that came as JSON. */
export interface Fields {
  readonly [key: string]: unknown
}

/** Whether a value has fields to look at. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && !!value && !Array.isArray(value)
}

/** The fields of a value, none where it has none. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** Percent-decodes, and leaves alone what is not encoded. */
export function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Reads JSON as it stands, percent-encoded, or encoded twice. Anything else is `undefined`. */
export function readObject(value: string | undefined): Fields | undefined {
  for (let text = value ?? '', left = 3; left; left--) {
    try {
      const read: unknown = JSON.parse(text)
      return isFields(read) ? read : undefined
    } catch {
      text = decode(text)
    }
  }
  return
}
