import { yieldToMain } from '../browser/scheduling.js'

/** Collects items and hands them over together, a task after the first of them. */
export function createBatch<T>(flush: (items: readonly T[]) => void): (item: T) => void {
  let items: T[] = []
  return (item) => {
    if (items.push(item) > 1) return
    void yieldToMain().then(() => {
      const batch = items
      items = []
      flush(batch)
    })
  }
}
