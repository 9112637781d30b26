import { reinsert } from './reinsert.js'

/**
 * `data-<name>` waits for `<name>`. WebKit asks for `src` the moment it is set: `srcset` comes before it
 * on the way in, and goes after it on the way out, or one picture is fetched twice.
 */
const ATTRIBUTES = ['srcset', 'src', 'poster', 'href', 'data'] as const

export interface Media {
  /** Lets an element load, or makes it inert again. Does nothing when it is so already. */
  set(element: HTMLElement, released: boolean): void
}

/** Releases and holds what loads by an attribute; everything else about the element stays. */
export function createMedia(report: (message: string, cause: unknown) => void): Media {
  /** What released attributes were before, such as the `src` of a still picture. */
  const originals = new WeakMap<Element, Map<string, string | null>>()

  function setAttribute(
    element: HTMLElement,
    before: Map<string, string | null>,
    name: string,
    released: boolean,
  ) {
    const url = element.dataset[name]
    const current = element.getAttribute(name)
    if (released) {
      if (url === undefined || url === current) return false
      element.setAttribute(name, url)
      if (!before.has(name)) before.set(name, current)
      return true
    }
    const original = before.get(name)
    if (typeof original === 'string') element.setAttribute(name, original)
    else if (before.has(name)) element.removeAttribute(name)
    return before.delete(name)
  }

  return {
    set(element, released) {
      const before = originals.get(element) ?? new Map()
      originals.set(element, before)
      try {
        const names = released ? ATTRIBUTES : [...ATTRIBUTES].reverse()
        if (!names.filter((name) => setAttribute(element, before, name, released)).length) return
      } catch (cause) {
        report(`<${element.localName} data-src="${element.dataset.src}"> could not be released`, cause)
        return
      }
      element.closest<HTMLMediaElement>('video, audio')?.load()
      // Blanking a frame by navigation would add to the history; a node put back is a new, empty one.
      // Firefox asks for a track whose address came late only when it is put in.
      if (released ? element.localName === 'track' : /^(iframe|object|embed)$/.test(element.localName)) {
        reinsert(element)
      }
    },
  }
}
