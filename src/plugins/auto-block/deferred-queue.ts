import type { Consent } from '../../api/consent.js'

/** What waits at most. A page that asks for more before its visitor has answered is not waiting for it. */
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
  /** Something of the category went out: a withdrawal has to count it as code that has run. */
  use(category: string): void
  /** From now on the visitor's answers count. */
  connect(consent: Consent): () => void
  /** Begins to hold. @returns lets everything pass and forgets what waits */
  install(): () => void
}

interface Waiting {
  readonly category: string
  readonly run: () => void
  readonly drop: () => void
}

type Answers = Pick<Consent, 'isGranted' | 'status'> & Partial<Consent>

export function createLine(report: (message: string, cause: unknown) => void): Line {
  const waiting = new Set<Waiting>()
  const used = new Set<string>()
  let answers: Answers | undefined
  let isInstalled = false

  function settle(action: () => void): void {
    try {
      action()
    } catch (cause) {
      report('what auto-block had held could not be done', cause)
    }
  }

  function move(): void {
    for (const one of [...waiting]) {
      // What was settled or forgotten meanwhile is not there any more, and the answers may be others.
      if (!answers || !waiting.has(one)) continue
      const isGranted = answers.isGranted(one.category)
      // Without a whole answer there is no refusal yet.
      if (!isGranted && answers.status === 'undecided') continue
      waiting.delete(one)
      if (isGranted) line.use(one.category)
      settle(isGranted ? one.run : one.drop)
    }
  }

  /** Of two consent objects on a page the second is not used: a guard that was given to it hears the first. */
  function overhear({
    detail,
  }: CustomEventInit<{ granted: readonly string[]; status: Consent['status'] }>): void {
    if (!detail || answers?.on) return
    const { granted, status } = detail
    answers = { isGranted: (name) => granted.includes(name), status }
    move()
  }

  const line: Line = {
    isHeld: (category) => !!category && isInstalled && !answers?.isGranted(category),
    hold(category, run, drop = () => {}) {
      const one = { category, run, drop }
      if (waiting.size < LIMIT) waiting.add(one)
      else settle(drop)
      move()
      return () => waiting.delete(one)
    },
    use(category) {
      if (used.has(category) || !answers?.whenGranted) return
      used.add(category)
      void answers.whenGranted(category)
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
      for (const event of events) document.addEventListener(event, overhear)
      return () => {
        isInstalled = false
        waiting.clear()
        for (const event of events) document.removeEventListener(event, overhear)
      }
    },
  }
  return line
}
