import { yieldToMain } from '../../browser/scheduling.js'

/** Milliseconds a queue works before it lets the browser answer. */
const SLICE = 12

export interface Queue {
  /** Puts scripts in their places in document order. */
  push(added: readonly HTMLScriptElement[]): void
  has(script: HTMLScriptElement): boolean
  isIdle(): boolean
  drain(): Promise<void>
  clear(): void
}

/**
 * Releases scripts one by one. Whether one is still wanted is asked when its
 * turn comes, so a withdrawal needs no list of what to drop.
 * @param release returns a promise where the next one has to wait
 * @param mayRun asked before each
 * @param documentOrder the place of each tagged script in document order: `compareDocumentPosition`
 * counts siblings, which takes seconds for thousands
 */
export function createQueue(
  release: (script: HTMLScriptElement, behind: readonly HTMLScriptElement[]) => Promise<void> | undefined,
  mayRun: () => boolean,
  onIdle: () => void,
  documentOrder: () => ReadonlyMap<Element, number>,
): Queue {
  const scripts: HTMLScriptElement[] = []
  const members = new Set<HTMLScriptElement>()
  let isDraining = false
  return {
    push(added) {
      for (const script of added) members.add(script)
      scripts.push(...added)
      const places = documentOrder()
      scripts.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    },
    has: (script) => members.has(script),
    isIdle: () => !isDraining && !scripts.length,
    async drain() {
      if (isDraining) return
      isDraining = true
      let since = performance.now()
      for (let script = scripts[0]; script && mayRun(); script = scripts[0]) {
        scripts.shift()
        members.delete(script)
        const settled = release(script, scripts)
        if (settled) await settled
        else if (performance.now() - since > SLICE) await yieldToMain()
        else continue
        since = performance.now()
      }
      isDraining = false
      onIdle()
    },
    clear() {
      scripts.length = 0
      members.clear()
    },
  }
}
