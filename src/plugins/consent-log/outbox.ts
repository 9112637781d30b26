import type { Report } from '../../api/plugin.js'
import type { Receipt, Sent } from './receipt.js'

/** A receipt on its way: attempts made, and the time before which there is no other. */
type Entry = [receipt: Receipt, attempts: number, due: number]

/** Keeps receipts until they are delivered: after a second, or when the page is hidden or left. */
export interface Outbox {
  add(receipt: Receipt): void
  stop(): void
}

interface OutboxOptions {
  /** Name of the Web Lock under which a tab takes receipts; with `-log:`, prefix of their items in local storage. */
  readonly name: string
  readonly send: (receipt: Receipt) => Sent | Promise<Sent>
  /** Before a decision nothing is looked up. */
  readonly isDecided: () => boolean
  readonly report: Report
}

/** Receipts that wait at most: beyond, the oldest are dropped. */
const LIMIT = 20
/** Characters of an item at most. A receipt has some hundred. */
const LONGEST = 9000
/** Milliseconds. */
const DAY = 86_400_000
/** Milliseconds that the lock is waited for. */
const PATIENCE = 5000

/** Each receipt is an item of local storage, so that no tab writes over what another has added. */
export function createOutbox({ name, send, isDecided, report }: OutboxOptions): Outbox {
  let hasReported = false
  let isStopped = false
  let timer: ReturnType<typeof setTimeout>
  let store: { [key: string]: string } = {}
  try {
    // `null` in web views without storage.
    store = localStorage ?? store
  } catch {
    // Blocked by the visitor or by a sandbox: for this page only.
  }
  const prefix = `${name}-log:`
  const keyOf = ([{ key }]: Entry) => prefix + key

  const entries = () =>
    Object.keys(store)
      .filter((key) => key.startsWith(prefix))
      .sort()
      .flatMap((key, index, { length }): Entry[] => {
        try {
          const text = store[key] as string
          const entry: Entry = JSON.parse(text)
          // Other code can write any number of items, and times that would make it ask without a pause.
          const isSmall = index >= length - LIMIT && text.length < LONGEST
          if (isSmall && keyOf(entry) === key && entry[1] >= 0 && entry[2] >= 0) return [entry]
        } catch {}
        delete store[key]
        report('consent-log: a receipt is lost: the queue is full, or the item cannot be read')
        return []
      })

  function save(entry: Entry): void {
    const text = JSON.stringify(entry)
    try {
      store[keyOf(entry)] = text
    } catch {
      // Full: for this page only. What is there already waits for a later one.
      store = { [keyOf(entry)]: text }
    }
  }

  /** What is due now, marked so that no other tab and no next page takes it too. */
  const claim = () =>
    entries().filter((entry) => {
      const now = Date.now()
      // We write two days ahead at most.
      const isDue = entry[2] <= now || entry[2] > now + 3 * DAY
      if (isDue) {
        entry[2] = now + Math.min(DAY, 30_000 * 2 ** ++entry[1])
        save(entry)
      }
      return isDue
    })

  async function deliver(entry: Entry): Promise<void> {
    try {
      const answer = await send(entry[0])
      if (answer && !answer.ok) {
        const { status, headers } = answer
        // Neither in the past nor never. A server that refuses a receipt will not take it in a minute.
        const pause = /408|425|429|5../.test(`${status}`)
          ? Math.abs(Number(headers.get('retry-after'))) * 1000
          : DAY
        entry[2] += Math.min(pause || 0, DAY)
        save(entry)
        throw `status ${status}`
      }
      delete store[keyOf(entry)]
    } catch (cause) {
      if (!hasReported) report(`consent-log: could not deliver a receipt; will retry later (${cause})`, cause)
      hasReported = true
    }
  }

  async function flush(): Promise<void> {
    if (!isDecided()) return
    // A page on its way out has no time to wait for a lock, and sandboxed ones get none.
    const due = document.hidden
      ? claim()
      : await (navigator.locks
          // A tab that hangs may hold it.
          ?.request(name, { signal: AbortSignal.timeout?.(PATIENCE) }, claim)
          .catch(claim) ?? claim())
    await Promise.all(due.map(deliver))
    schedule(Math.min(DAY, ...entries().map(([, , due]) => due - Date.now())))
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(flush, Math.max(1000, milliseconds))
  }

  document.addEventListener('visibilitychange', flush)
  schedule(0)
  return {
    add(receipt) {
      // A date as long as the one that `claim` writes over it: full storage takes that, and lets it go afterwards.
      save([receipt, 0, Date.now()])
      entries()
      schedule(0)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', flush)
    },
  }
}
