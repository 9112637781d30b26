import type { TrustedPolicy } from '../core/options.js'
import { setTrusted } from './copy.js'

/**
 * Whether the browser would still run this very node. A script that came
 * through `innerHTML` is "already started" and never will
 * (https://html.spec.whatwg.org/multipage/scripting.html#already-started).
 * Nothing says so, but two things follow from it:
 *
 * - the fragment parser leaves the "force async" flag off, so where the `async`
 *   property is true without the attribute, the node is fresh (not in Firefox,
 *   which sets the flag for fragments too);
 * - an inert copy with an empty `src` gets an `error` event only if it can run.
 *
 * @param parsed seen before the page was loaded, so most likely written in its
 * markup: taken at its word, because the copy is reported under Trusted Types
 */
export function canRun(
  script: HTMLScriptElement,
  parsed: boolean,
  policy: TrustedPolicy | undefined,
): boolean | Promise<boolean> {
  const isTelling = !script.hasAttribute('async') && !navigator.userAgent.includes('Gecko/')
  if (script.async && (parsed || isTelling)) return true
  return new Promise((resolve) => {
    function insertProbe(probe: Node, canRun: boolean): void {
      if (!(probe instanceof HTMLScriptElement)) return
      for (const { name } of [...probe.attributes]) probe.removeAttribute(name)
      probe.onerror = () => resolve(canRun)
      setTrusted(probe, 'src', '', policy)
      document.head.append(probe)
      probe.remove()
    }
    try {
      insertProbe(script.cloneNode(), true)
      // Events come in order: when that of a fresh script is there first, the copy stays silent.
      insertProbe(document.createElement('script'), false)
    } catch {
      // Trusted Types forbid the copy that would be made instead: the node itself is the only chance.
      resolve(true)
    }
  })
}
