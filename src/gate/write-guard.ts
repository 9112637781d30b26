const METHODS = ['write', 'writeln'] as const

/**
 * Keeps `document.write` from erasing the page, which it does when called after
 * the parser is done (https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-write-steps).
 * What a released script writes comes right after it; later writes, from its
 * timers and handlers, come at the end of the page.
 * @param trust makes HTML of text where Trusted Types ask for it
 * @returns takes the guard away
 */
export function guardWrites(
  isReleased: (script: Element) => boolean,
  trust: ((html: string) => unknown) | undefined,
  report: (message: string, cause: unknown) => void,
): () => void {
  /** The last node each script has written: what it writes next comes after it. */
  const ends = new WeakMap<Element, ChildNode>()
  const natives = METHODS.map((name) => document[name])
  /** What the page had put on the document itself, if anything. */
  const own = METHODS.map((name) => Object.getOwnPropertyDescriptor(document, name))
  const guards = METHODS.map((name, index) => (...html: string[]) => {
    const script = document.currentScript
    // While the document is parsed, and after an explicit `document.open()`, the call does no harm.
    if (script ? !isReleased(script) : document.readyState === 'loading') {
      natives[index]?.apply(document, html)
      return
    }
    try {
      const text = html.join('')
      const fragment = document.createRange().createContextualFragment((trust?.(text) ?? text) as string)
      const end = fragment.lastChild
      if (!script) document.body.append(fragment)
      else if (end) {
        const last = ends.get(script)
        const before = last?.isConnected ? last : script
        before.after(fragment)
        ends.set(script, end)
      }
    } catch (cause) {
      report(`document.${name} was ignored`, cause)
    }
  })
  METHODS.forEach((name, index) => {
    document[name] = guards[index] as typeof document.write
  })
  return () =>
    METHODS.forEach((name, index) => {
      if (document[name] !== guards[index]) return
      Reflect.deleteProperty(document, name)
      if (own[index]) Object.defineProperty(document, name, own[index])
    })
}
