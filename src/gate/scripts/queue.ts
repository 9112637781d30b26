import { yieldToMain } from '../../browser/scheduling.js'

/** Milliseconds a queue works before it lets the browser answer. */
const SLICE = 12

export interface QueueOptions {
  /** Returns a promise where the next script has to wait. `behind` are the scripts whose turn comes next. */
  readonly release: (
    script: HTMLScriptElement,
    behind: readonly HTMLScriptElement[],
  ) => Promise<void> | undefined
  /** Asked before each script. */
  readonly mayRun?: () => boolean
  readonly onIdle?: () => void
  /**
   * The place of each tagged script in document order: `compareDocumentPosition`
   * counts siblings, which takes seconds for thousands.
   */
  readonly documentOrder: () => ReadonlyMap<Element, number>
}

/**
 * Releases scripts one by one. Whether a script is still allowed is asked when its
 * turn comes, so a withdrawal needs no list of scripts to drop.
 */
export interface Queue {
  /** Puts scripts in their places in document order. */
  push(added: readonly HTMLScriptElement[]): void
  has(script: HTMLScriptElement): boolean
  isIdle(): boolean
  drain(): Promise<void>
  clear(): void
}

export function createQueue({ release, mayRun, onIdle, documentOrder }: QueueOptions): Queue {
  const scripts: HTMLScriptElement[] = []
  const members = new Set<HTMLScriptElement>()
  let isDraining = false
  return {
    push(added) {
      if (!added[0]) return
      for (const script of added) members.add(script)
      if (scripts.push(...added) < 2) return
      const places = documentOrder()
      scripts.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    },
    has: (script) => members.has(script),
    isIdle: () => !isDraining && !scripts.length,
    async drain() {
      if (isDraining) return
      isDraining = true
      let since = performance.now()
      for (let script = scripts[0]; script && mayRun?.() !== false; script = scripts[0]) {
        scripts.shift()
        members.delete(script)
        const settled = release(script, scripts)
        if (settled) await settled
        else if (performance.now() - since > SLICE) await yieldToMain()
        else continue
        since = performance.now()
      }
      isDraining = false
      onIdle?.()
    },
    clear() {
      scripts.length = 0
      members.clear()
    },
  }
}
