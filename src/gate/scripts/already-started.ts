/** How many scripts are asked about in one breath: enough to be quick, too few for a long task. */
const BATCH = 200

export interface AlreadyStarted {
  /**
   * Takes the parser's own scripts at their word, so that they run without a pause: before
   * `DOMContentLoaded`, for one. Those of `innerHTML` have no "force async" flag, which the
   * property shows; Firefox gives it to them too.
   */
  assumeParserInserted(script: HTMLScriptElement): void
  /**
   * Whether the browser would still run this very node. One that came through `innerHTML`, or is a
   * clone of such a one, is "already started" and never will
   * (https://html.spec.whatwg.org/multipage/scripting.html#already-started).
   * @param behind scripts whose turn comes next: asked about in the same breath
   */
  canExecute(script: HTMLScriptElement, behind: readonly HTMLScriptElement[]): boolean | Promise<boolean>
}

export function createAlreadyStarted(): AlreadyStarted {
  const known = new WeakMap<HTMLScriptElement, boolean>()

  /**
   * A copy is "already started" when its original is. An empty `src` gets an
   * `error` event only where the script would run, asks for nothing, and set as a
   * flag it is no sink of Trusted Types. Events come in order: when that of a
   * fresh script is there, the copies before it stay silent.
   */
  function probe(scripts: readonly HTMLScriptElement[]): Promise<void> {
    return new Promise((resolve) => {
      const last = document.createElement('script')
      for (const script of [...scripts, last]) {
        const copy = script.cloneNode() as HTMLScriptElement
        for (const name of copy.getAttributeNames()) copy.removeAttribute(name)
        if (script !== last) known.set(script, false)
        copy.onerror = () => (script === last ? resolve() : known.set(script, true))
        copy.toggleAttribute('src', true)
        document.head.append(copy)
        copy.remove()
      }
    })
  }

  return {
    assumeParserInserted(script) {
      const isTelling = !script.hasAttribute('async') && !navigator.userAgent.includes('Gecko/')
      if (script.async && isTelling) known.set(script, true)
    },
    canExecute: (script, behind) =>
      known.get(script) ??
      probe([script, ...behind.slice(0, BATCH)].filter((it) => !known.has(it))).then(
        () => !!known.get(script),
      ),
  }
}
