import type { TrustedPolicy } from '../model/settings.js'
import { tagScript } from './scripts/tag-script.js'

const METHODS = ['write', 'writeln'] as const

/**
 * Keeps `document.write` from erasing the page, which it does when called after
 * the parser is done (https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-write-steps).
 * What a released script writes comes right after it; later writes, from its
 * timers and handlers, come at the end of the page.
 * @param policy makes HTML of text where Trusted Types ask for it
 * @param queue lets scripts that were written wait for their turn
 * @returns takes the guard away
 */
export function guardDocumentWrite(
  released: WeakSet<Element>,
  policy: TrustedPolicy | undefined,
  report: (message: string, cause: unknown) => void,
  queue: (written: Iterable<HTMLElement>) => void,
): () => void {
  /** The last node each script has written: what it writes next comes after it. */
  const ends = new WeakMap<Element, ChildNode>()
  /** The script that has written a file: what it writes next waits for that, and so does the next tag. */
  let writer: Element | undefined
  const natives = METHODS.map((name) => document[name])
  /** What the page had put on the document itself, if anything. */
  const own = METHODS.map((name) => Object.getOwnPropertyDescriptor(document, name))
  const guards = METHODS.map((name, index) => (...html: string[]) => {
    const script = document.currentScript as HTMLScriptElement | null
    // While the document is parsed, and after an explicit `document.open()`, the call does no harm.
    if (script ? !released.has(script) : document.readyState === 'loading') {
      natives[index]?.apply(document, html)
      return
    }
    try {
      const text = html.join('')
      const fragment = document
        .createRange()
        .createContextualFragment((policy?.createHTML?.(text) ?? text) as string)
      const end = fragment.lastChild
      if (!script) document.body.append(fragment)
      else if (end) {
        const written = fragment.querySelectorAll('script')
        for (const it of written) {
          if (it.src) writer = script
          if (writer === script) tagScript(it, script.dataset)
        }
        const last = ends.get(script)
        const before = last?.isConnected ? last : script
        before.after(fragment)
        ends.set(script, end)
        queue(written)
      }
    } catch (cause) {
      report(`document.${name} was ignored`, cause)
    }
  })
  METHODS.forEach((name, index) => {
    // Where the page has locked it, it stays as it is.
    Reflect.set(document, name, guards[index])
  })
  return () =>
    METHODS.forEach((name, index) => {
      if (document[name] !== guards[index]) return
      Reflect.deleteProperty(document, name)
      if (own[index]) Object.defineProperty(document, name, own[index])
    })
}
