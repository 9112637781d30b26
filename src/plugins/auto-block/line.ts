import type { Consent } from '../../core/consent.js'

/** Requests kept at most. A page that makes more before its visitor has answered is not waiting for them. */
const LIMIT = 1000

/** Everything that waits, in the order in which it was asked for. */
export interface Line {
  /** Whether a category is to wait now: until it is granted, and before anybody can say so. */
  isHeld(category: string): boolean
  /**
   * Runs something once the category is granted; drops it when it is refused.
   * @returns forgets it
   */
  hold(category: string, run: () => void, drop?: () => void): () => void
  /** From now on the visitor's answers count. */
  connect(consent: Consent): () => void
  /** Holds, or lets everything pass and forgets what waits. */
  close(isClosed: boolean): void
}

interface Waiting {
  readonly category: string
  readonly run: () => void
  readonly drop: () => void
}

export function createLine(report: (message: string, cause: unknown) => void): Line {
  const waiting = new Set<Waiting>()
  let consent: Consent | undefined
  let isClosed = false

  function settle(action: () => void): void {
    try {
      action()
    } catch (cause) {
      report('what auto-block had held could not be done', cause)
    }
  }

  function move(): void {
    if (!consent) return
    for (const one of [...waiting]) {
      const isGranted = consent.isGranted(one.category)
      // Without a whole answer there is no refusal yet.
      if (!isGranted && consent.status === 'undecided') continue
      waiting.delete(one)
      settle(isGranted ? one.run : one.drop)
    }
  }

  return {
    isHeld: (category) => isClosed && !consent?.isGranted(category),
    hold(category, run, drop = () => {}) {
      const one = { category, run, drop }
      if (waiting.size < LIMIT) waiting.add(one)
      else settle(drop)
      move()
      return () => waiting.delete(one)
    },
    connect(it) {
      consent = it
      const undo = [it.on('ready', move), it.on('change', move)]
      move()
      return () => {
        for (const end of undo) end()
        consent = undefined
      }
    },
    close(closed) {
      isClosed = closed
      if (!closed) waiting.clear()
    },
  }
}
