import type { Consent } from '../../api/consent.js'

/** Maximum length. Requests beyond it are dropped. */
const LIMIT = 1000

/** What waits, in words: an address, or an item of storage. */
export interface Subject {
  readonly kind: 'request' | 'write'
  readonly text: string
}

/** Requests and writes that wait for a category, in the order in which the page made them. */
export interface DeferredQueue {
  /** Whether requests of a category must wait: not granted, or no consent object yet. */
  isHeld(category: string): boolean
  /**
   * Runs something once the category is granted; drops it when the category is refused.
   * @returns removes it
   */
  add(category: string, run: () => void, drop?: () => void): () => void
  /** Development builds alone: says what is added next. */
  about?(subject: Subject): void
  /** Follows the answers of a consent object. */
  connect(consent: Consent): () => void
  /** Begins to hold. @returns lets everything pass and forgets what waits */
  install(): () => void
}

interface Deferred {
  readonly category: string
  readonly run: () => void
  readonly drop: () => void
}

interface QueueOptions {
  readonly report: (message: string, cause: unknown) => void
  /** Something of the category is sent or written. */
  readonly markUsed: (category: string) => void
}

/** The consent object of this page, whichever copy of askfirst has made it. */
const consentOfPage = () =>
  (document as never as { [key: symbol]: { consent?: Consent } | undefined })[Symbol.for('askfirst')]?.consent

export function createDeferredQueue({ report, markUsed }: QueueOptions): DeferredQueue {
  const waiting = new Set<Deferred>()
  let answers: Consent | undefined
  let isInstalled = false

  function settle(action: () => void): void {
    try {
      action()
    } catch (cause) {
      report('auto-block: a held request failed after the decision', cause)
    }
  }

  function move(): void {
    for (const one of [...waiting]) {
      // An action before this one may have removed it, or changed the answers.
      if (!answers || !waiting.has(one)) continue
      const isGranted = answers.isGranted(one.category)
      // Without a whole answer there is no refusal yet.
      if (!isGranted && answers.status === 'undecided') continue
      waiting.delete(one)
      if (isGranted) markUsed(one.category)
      settle(isGranted ? one.run : one.drop)
    }
  }

  /**
   * Of two consent objects on a page the second is not used: a guard that was given to it follows the first. The
   * event says when to ask; what it carries can be forged.
   */
  function followDocumentEvents(): void {
    answers ??= consentOfPage()
    move()
  }

  return {
    isHeld: (category) => !!category && isInstalled && !answers?.isGranted(category),
    add(category, run, drop = () => {}) {
      const one = { category, run, drop }
      if (waiting.size < LIMIT) waiting.add(one)
      else settle(drop)
      move()
      return () => waiting.delete(one)
    },
    connect(consent) {
      answers = consent
      const undo = [consent.on('ready', move), consent.on('change', move)]
      return () => {
        for (const end of undo) end()
        answers = undefined
      }
    },
    install() {
      const events = ['askfirst:ready', 'askfirst:change']
      isInstalled = true
      for (const event of events) document.addEventListener(event, followDocumentEvents)
      return () => {
        isInstalled = false
        waiting.clear()
        for (const event of events) document.removeEventListener(event, followDocumentEvents)
      }
    },
  }
}
