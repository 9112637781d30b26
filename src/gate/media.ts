import type { Report } from '../api/plugin.js'
import { reinsert } from '../browser/reinsert.js'
import { gatedAttributes, gatedElements } from '../model/gated-elements.js'
import type { TrustedPolicy } from '../model/settings.js'
import { isSafeAddress } from './safe-address.js'
import { setTrusted } from './trusted-attributes.js'
import { createWeakList } from './weak-list.js'

/**
 * On a released element. A morph (Turbo, Livewire) takes it away together with the addresses; a page that empties
 * or changes an address leaves it, and so does a clone.
 */
const MARK = 'data-released'

export interface MediaOptions {
  readonly report: Report
  readonly policy: TrustedPolicy | undefined
  /** Whether `data-srcdoc` may become `srcdoc`. */
  readonly srcdoc: boolean
}

/** Releases and holds elements that load by an attribute; everything else about them stays. */
export interface Media {
  /** Whether an element, or the one that it is a copy of, has been released. */
  isReleased(element: Element): boolean
  /**
   * Sets the addresses. From then on the page owns them, until the tag itself names another.
   * @returns whether the element was held before
   */
  release(element: HTMLElement): boolean
  /** Makes an element inert again. Does nothing when it is so already. */
  hold(element: HTMLElement): void
  /** Released elements, also those that are in no document. */
  all(): HTMLElement[]
}

interface Attribute {
  readonly before: string | null
  /** Value of `data-<name>` at the release. */
  readonly given: string | undefined
}

export function createMedia({ report, policy, srcdoc }: MediaOptions): Media {
  const states = new WeakMap<Element, Map<string, Attribute>>()
  const elements = createWeakList<HTMLElement>()

  function setAttribute(element: HTMLElement, name: string, value: string): void {
    try {
      const isAllowed = name === 'srcdoc' ? srcdoc : isSafeAddress(element, name, value)
      if (!isAllowed)
        throw new Error(name === 'srcdoc' ? 'The option srcdoc is off.' : 'Use an http address.')
      setTrusted(element, name, value, policy)
    } catch (cause) {
      report(`<${element.localName} data-${name}="${value}"> could not be released`, cause)
    }
  }

  function load(element: HTMLElement, changed: readonly string[], isNavigation: boolean): void {
    const { localName } = element
    // A player starts over only for an address of its own, not for a poster or subtitles.
    if (changed.includes('src') && /^(video|audio|source)$/.test(localName)) {
      element.closest<HTMLMediaElement>('video, audio')?.load()
    }
    // Leaving one address for another by navigation would add to the history; a node put back is a
    // new, empty frame. Firefox asks for a track whose address came late only when it is put in.
    const isEmbed = gatedElements[localName]?.isEmbed && isNavigation
    if (changed[0] && (isEmbed || (localName === 'track' && element.hasAttribute('src')))) reinsert(element)
  }

  return {
    isReleased: (element) => states.has(element) || element.hasAttribute(MARK),
    release(element) {
      const isMarked = element.hasAttribute(MARK)
      const known = states.get(element)
      const state = known ?? new Map<string, Attribute>()
      const changed: string[] = []
      let isNavigation = false
      states.set(element, state)
      if (!known) elements.add(element)
      for (const name of gatedAttributes) {
        const given = element.dataset[name]
        const current = element.getAttribute(name)
        const isCopy = isMarked && !known
        const before = known?.get(name)
        state.set(name, {
          before: before ? before.before : isCopy && given !== undefined ? null : current,
          given,
        })
        const isOwnedByPage = isCopy || (isMarked && before?.given === given)
        if (given === undefined || given === current || isOwnedByPage) continue
        setAttribute(element, name, given)
        changed.push(name)
        isNavigation ||= !!state.get(name)?.before
      }
      if (!isMarked) element.toggleAttribute(MARK, true)
      load(element, changed, isNavigation)
      return !known && !isMarked
    },
    hold(element) {
      const state = states.get(element)
      const isMarked = element.hasAttribute(MARK)
      const changed: string[] = []
      states.delete(element)
      // WebKit asks for `src` the moment `srcset` goes: the other way round.
      for (const name of [...gatedAttributes].reverse()) {
        const given = element.dataset[name]
        const current = element.getAttribute(name)
        const before = state?.get(name)?.before ?? null
        const isTagged = given !== undefined
        // Of a copy of a released element, such as a snapshot an app puts back, only the attributes are known.
        const isSet = state ? isTagged || before === null : isTagged && (isMarked || given === current)
        if (!isSet || before === current) continue
        if (before === null) element.removeAttribute(name)
        else element.setAttribute(name, before)
        changed.push(name)
      }
      if (isMarked) element.removeAttribute(MARK)
      load(element, changed, true)
    },
    all: () => elements.filter((element) => states.has(element)),
  }
}
