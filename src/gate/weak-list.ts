/** Elements by weak reference: an app throws its elements away without telling. */
export interface WeakList<T extends Element> {
  add(element: T): void
  /** The elements that still exist and are `wanted`; the others are forgotten. */
  filter(wanted: (element: T) => boolean): T[]
}

export function createWeakList<T extends Element>(): WeakList<T> {
  const references = new Set<WeakRef<T>>()
  return {
    add: (element) => void references.add(new WeakRef(element)),
    filter(wanted) {
      const found: T[] = []
      for (const reference of references) {
        const element = reference.deref()
        if (element && wanted(element)) found.push(element)
        else references.delete(reference)
      }
      return found
    },
  }
}
