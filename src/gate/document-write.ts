import type { Report } from '../api/plugin.js'
import { createPatches } from '../browser/patches.js'
import { readNative } from '../browser/read-native.js'
import type { TrustedPolicy } from '../model/settings.js'
import { tagScript } from './scripts/tag-script.js'

export interface DocumentWriteOptions {
  readonly released: WeakSet<Element>
  /** Makes HTML of text where Trusted Types ask for it. */
  readonly policy: TrustedPolicy | undefined
  readonly report: Report
  /** Lets scripts that were written wait for their turn. */
  readonly onWritten: (scripts: Iterable<HTMLElement>) => void
}

type Write = (this: Document, ...html: string[]) => void

/**
 * Keeps `document.write` from erasing the page, which it does when called after
 * the parser is done (https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-write-steps).
 * The markup of a released script comes right after it; later writes, from its
 * timers and handlers, come at the end of the page.
 * @returns takes the guard away
 */
export function guardDocumentWrite({
  released,
  policy,
  report,
  onWritten,
}: DocumentWriteOptions): () => void {
  const patches = createPatches()
  /** The last node each script has written: what it writes next comes after it. */
  const ends = new WeakMap<Element, ChildNode>()
  /** The script that has written a file: what it writes next waits for that, and so does the next tag. */
  let writer: Element | undefined
  let isOver = false

  function writeBehind(script: HTMLScriptElement, fragment: DocumentFragment): void {
    const end = fragment.lastChild
    if (!end) return
    const written = fragment.querySelectorAll('script')
    for (const it of written) {
      if (it.src) writer = script
      if (writer === script) tagScript(it, script.dataset)
    }
    const last = ends.get(script)
    const before = last?.isConnected ? last : script
    before.after(fragment)
    ends.set(script, end)
    onWritten(written)
  }

  for (const name of ['write', 'writeln'] as const) {
    const guard = (native: Write): Write =>
      function (...html) {
        const script = readNative(document, 'currentScript') as HTMLScriptElement | null
        // While the document is parsed, and after an explicit `document.open()`, the call does no harm.
        const isHarmless = script ? !released.has(script) : document.readyState === 'loading'
        if (isOver || isHarmless || this !== document) return native.apply(this, html)
        try {
          const text = html.join('')
          const trusted = (policy?.createHTML?.(text) ?? text) as string
          const fragment = document.createRange().createContextualFragment(trusted)
          if (script) writeBehind(script, fragment)
          else readNative(document, 'body').append(fragment)
        } catch (cause) {
          report(`document.${name} was ignored`, cause)
        }
      }
    patches.replace(Object.hasOwn(document, name) ? document : Document.prototype, name, guard)
  }
  return () => {
    isOver = true
    patches.undo()
  }
}
