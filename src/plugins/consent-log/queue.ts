import type { Receipt } from './receipt.js'

/** A receipt on its way: attempts made, and the time before which there is no other. */
export type Entry = [receipt: Receipt, attempts: number, due: number]

/** What is kept until it is delivered: an item of local storage each, so that no tab writes over another's. */
export interface Queue {
  put(entry: Entry): void
  remove(entry: Entry): void
  /** What is due now, marked so that no other tab and no next page takes it too. */
  claim(): Entry[]
  /** Milliseconds until it is worth to look again: a day at most. */
  rest(): number
}

/** Beyond these the oldest are dropped. */
const LIMIT = 20
const DAY = 86_400_000

export function createQueue(prefix: string, report: (message: string) => void): Queue {
  let store: { [key: string]: string } = {}
  try {
    // `null` in web views without storage.
    store = localStorage ?? store
  } catch {
    // Blocked by the visitor or by a sandbox: for this page only.
  }
  const keyOf = ([{ key }]: Entry) => prefix + key
  const keys = () =>
    Object.keys(store)
      .filter((key) => key.startsWith(prefix))
      .sort()
  const remove = (entry: Entry) => delete store[keyOf(entry)]
  const entries = () =>
    keys().flatMap((key): Entry[] => {
      try {
        const entry: Entry = JSON.parse(store[key] as string)
        if (keyOf(entry) === key) return [entry]
      } catch {}
      // Cut off, or somebody else's: one that cannot be read would hold up all others.
      delete store[key]
      return []
    })

  function put(entry: Entry): void {
    const text = JSON.stringify(entry)
    try {
      store[keyOf(entry)] = text
    } catch {
      // Full: for this page only. What is there already waits for a later one.
      store = { [keyOf(entry)]: text }
    }
    for (const key of keys().slice(0, -LIMIT)) {
      delete store[key]
      report('consent-log: the queue is full, the oldest receipt is lost')
    }
  }

  return {
    put,
    remove,
    claim: () =>
      entries().filter((entry) => {
        const isDue = entry[2] <= Date.now()
        if (isDue) {
          entry[2] = Date.now() + Math.min(DAY, 30_000 * 2 ** ++entry[1])
          put(entry)
        }
        return isDue
      }),
    rest: () => Math.min(DAY, ...entries().map(([, , due]) => due - Date.now())),
  }
}
