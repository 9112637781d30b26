/**
 * JSON that does not depend on the order in which an object was written: members sorted by key, no
 * spaces (the rules of RFC 8785 for what JSON can say). What is `undefined` is left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
