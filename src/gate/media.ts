import { reinsert } from '../browser/reinsert.js'
import type { TrustedPolicy } from '../model/settings.js'
import { setTrusted } from './trusted-attributes.js'

/**
 * `data-<name>` waits for `<name>`. WebKit asks for `src` the moment it is set: `srcset` comes before it
 * on the way in, and goes after it on the way out, or one picture is fetched twice.
 */
const ATTRIBUTES = ['imagesrcset', 'srcset', 'src', 'srcdoc', 'poster', 'href', 'data'] as const

export interface Media {
  /** Lets an element load, or makes it inert again. Does nothing when it is so already. */
  set(element: HTMLElement, released: boolean): void
}

/** Releases and holds what loads by an attribute; everything else about the element stays. */
export function createMedia(
  report: (message: string, cause: unknown) => void,
  policy: TrustedPolicy | undefined,
): Media {
  /** What released attributes were before, such as the `src` of a still picture. */
  const originals = new WeakMap<Element, Map<string, string | null>>()

  function setAttribute(
    element: HTMLElement,
    before: Map<string, string | null>,
    name: string,
    released: boolean,
  ): boolean {
    const url = element.dataset[name]
    const current = element.getAttribute(name)
    if (released) {
      if (url === undefined || url === current) return false
      setTrusted(element, name, url, policy)
      if (!before.has(name)) before.set(name, current)
      return true
    }
    const original = before.get(name)
    if (typeof original === 'string') element.setAttribute(name, original)
    // On a copy of a released element, such as a snapshot an app puts back, nobody remembers.
    else if (before.has(name) || (url && url === current)) element.removeAttribute(name)
    else return false
    before.delete(name)
    return true
  }

  return {
    set(element, released) {
      const { localName } = element
      const before = originals.get(element) ?? new Map()
      originals.set(element, before)
      const changed: string[] = []
      try {
        const names = released ? ATTRIBUTES : [...ATTRIBUTES].reverse()
        for (const name of names) if (setAttribute(element, before, name, released)) changed.push(name)
      } catch (cause) {
        report(`<${localName} data-src="${element.dataset.src}"> could not be released`, cause)
      }
      if (!changed[0]) return
      // A player starts over only for an address of its own, not for a poster or subtitles.
      if (changed.includes('src') && /^(video|audio|source)$/.test(localName)) {
        element.closest<HTMLMediaElement>('video, audio')?.load()
      }
      // Leaving one address for another by navigation would add to the history; a node put back is a
      // new, empty frame. Firefox asks for a track whose address came late only when it is put in.
      const isNavigated = /^(iframe|object|embed)$/.test(localName) && (!released || before.get('src'))
      if (isNavigated || (released && localName === 'track')) reinsert(element)
    },
  }
}
