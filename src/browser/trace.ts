/** `true` in the files behind the `development` condition, bundled away in the others. */
declare const __DEV__: boolean

/** The last thing that happened to a tagged element. */
export interface Step {
  readonly state: 'queued' | 'loading' | 'ran' | 'failed' | 'late' | 'cancelled' | 'released' | 'held'
  readonly at: Date
  /** The reason of a failure. */
  readonly detail?: string | undefined
}

/** A request or write that was held, or what a vendor was told. */
export interface Call {
  readonly kind: 'request' | 'write' | 'signal'
  /** Name of the plugin. */
  readonly by: string
  /** Address, item of storage, or the signal in words. */
  readonly text: string
  /** The names whose answers decide. */
  readonly names: readonly string[]
  readonly at: Date
  /** `held` until the decision, then `sent` or `dropped`. A signal is `sent`. */
  state: 'held' | 'sent' | 'dropped'
  /** When the decision settled a held call. */
  settledAt?: Date | undefined
}

/** What development builds remember of a page, for `consent.explain` and `askfirst/devtools`. */
export interface Journal {
  readonly steps: WeakMap<Element, Step>
  /** The tags of the page by the copies that ran in their place. */
  readonly originals: WeakMap<Element, Element>
  /** The latest calls, the oldest first. */
  readonly calls: Call[]
  /** Called after each entry. */
  readonly listeners: Set<() => void>
}

/** The number of calls that are kept. */
const LIMIT = 300

/** All copies and files of askfirst on a page share it. Named with the version of its shape. */
const KEY = Symbol.for('askfirst.journal@1')

export function pageJournal(): Journal {
  const marked = document as Document & { [KEY]?: Journal }
  marked[KEY] ??= { steps: new WeakMap(), originals: new WeakMap(), calls: [], listeners: new Set() }
  return marked[KEY]
}

const tell = ({ listeners }: Journal) => {
  for (const listener of listeners) listener()
}

/** Notes what happened to a tagged element. In production builds the call is bundled away, as that of `warn` is. */
export function traceElement(element: Element, state: Step['state'], detail?: string): void {
  if (!__DEV__) return
  const journal = pageJournal()
  const original = journal.originals.get(element) ?? element
  // Whatever is held is looked at again and again: only the end of a release is news.
  if (state === 'held' && journal.steps.get(original)?.state !== 'released') return
  journal.steps.set(original, { state, detail, at: new Date() })
  tell(journal)
}

/** Notes which tag a script runs for: one that the browser does not run itself. */
export function traceCopy(copy: Element, original: Element): void {
  if (__DEV__ && copy !== original) pageJournal().originals.set(copy, original)
}

/** Notes a call. @returns notes its end */
export function traceCall(
  call: Pick<Call, 'kind' | 'by' | 'text' | 'names' | 'state'>,
): (state: Call['state']) => void {
  if (!__DEV__) return () => {}
  const journal = pageJournal()
  const entry: Call = { ...call, at: new Date() }
  journal.calls.push(entry)
  journal.calls.splice(0, journal.calls.length - LIMIT)
  tell(journal)
  return (state) => {
    if (entry.state === state) return
    entry.state = state
    entry.settledAt = new Date()
    tell(journal)
  }
}
