/** Markup can set no property: an element of the page cannot pass for a surface of ours. */
const KEY = Symbol.for('askfirst.surface')

type Marked = object & { [KEY]?: string | undefined }

/** Says that an element of the page is a surface of ours: clicks in it have this source. */
export function markSurface(element: Marked, name: string | undefined): void {
  element[KEY] = name
}

/** Name of the innermost marked element of an event's path. */
export function surfaceOf(path: readonly Marked[]): string | undefined {
  return path.find((it) => it[KEY])?.[KEY]
}
