import { readNative } from '../../browser/read-native.js'

/** How many scripts are asked about in one breath: enough to be quick, too few for a long task. */
const BATCH = 200

/** Milliseconds after which the browser's answer is not waited for any longer. */
const PATIENCE = 2000

export interface AlreadyStarted {
  /**
   * Skips the probe for scripts that the parser has most likely inserted, so that they run without a pause: before
   * `DOMContentLoaded`, for one. Those of `innerHTML` have no "force async" flag, which the
   * property shows; Firefox gives it to them too.
   */
  assumeParserInserted(script: HTMLScriptElement): void
  /**
   * Whether the browser would still run this very node. A script that came through `innerHTML`, or is a
   * clone of such a script, is "already started" and never runs
   * (https://html.spec.whatwg.org/multipage/scripting.html#already-started).
   * @param behind scripts whose turn comes next: asked about in the same breath
   */
  canExecute(script: HTMLScriptElement, behind: readonly HTMLScriptElement[]): boolean | Promise<boolean>
}

export function createAlreadyStarted(report: (message: string) => void): AlreadyStarted {
  const answers = new WeakMap<HTMLScriptElement, boolean | Promise<boolean>>()

  /**
   * A copy is "already started" when its original is. An empty `src` gets an
   * `error` event only where the script would run, asks for nothing, and set as a
   * flag it is no sink of Trusted Types. Events come in order: when that of a
   * fresh script is there, the copies before it stay silent. Where no event comes, a copy runs: it runs in any case.
   */
  function probe(scripts: readonly HTMLScriptElement[]): void {
    const alive = new Set<HTMLScriptElement>()
    const asked = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        report('the browser did not tell whether a script can run: a copy of it runs')
        resolve()
      }, PATIENCE)
      const last = document.createElement('script')
      for (const script of [...scripts, last]) {
        const copy = script.cloneNode() as HTMLScriptElement
        for (const name of copy.getAttributeNames()) copy.removeAttribute(name)
        copy.onerror = () => {
          alive.add(script)
          if (script !== last) return
          clearTimeout(timer)
          resolve()
        }
        copy.toggleAttribute('src', true)
        readNative(document, 'head').append(copy)
        copy.remove()
      }
    })
    for (const script of scripts) {
      const answer = asked.then(() => {
        answers.set(script, alive.has(script))
        return alive.has(script)
      })
      answers.set(script, answer)
    }
  }

  return {
    assumeParserInserted(script) {
      const isTelling = !script.hasAttribute('async') && !navigator.userAgent.includes('Gecko/')
      if (script.async && isTelling) answers.set(script, true)
    },
    canExecute(script, behind) {
      if (!answers.has(script)) probe([script, ...behind.slice(0, BATCH)].filter((it) => !answers.has(it)))
      return answers.get(script) ?? false
    },
  }
}
