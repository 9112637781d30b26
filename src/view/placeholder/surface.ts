import { isSeen } from '../../browser/is-seen.js'
import type { Shared } from '../shared.js'
import type { Description } from './describe-held.js'

/** What its buttons do. */
export interface PlaceholderActions {
  readonly 'show-once': () => void
  readonly allow: () => void
}

interface SurfaceOptions {
  /** Where it will stand: the page's, or a frame's own. */
  readonly document: Document
  readonly theme: string
  readonly actions: PlaceholderActions
  readonly shared: Shared
}

/** The element with the words and buttons, wherever it stands. */
export interface PlaceholderSurface {
  readonly element: HTMLElement
  readonly draw: (description: Description) => void
  /**
   * Marks what a script outside finds as the surface, and watches it for presses that come too early.
   * @param placed what moves on the page
   */
  readonly guard: (marked: HTMLElement, placed: Element) => void
  readonly end: () => void
}

/** Pages act on these where they come through: cards and links around a player, sliders, keyboard shortcuts. */
const OWN_EVENTS =
  'click dblclick auxclick mousedown mouseup pointerdown pointerup touchstart touchmove touchend keydown keypress keyup'

/** Other keys, Escape above all, are the page's. */
const isForeignKey = ({ key }: { readonly key?: string }): boolean => !!key && key !== ' ' && key !== 'Enter'

/**
 * Makes the surface of one placeholder. Both buttons let code of others load, so a press on either has to be meant:
 * a trusted one counts on what is seen and lies still alone.
 */
export function createSurface({ document, theme, actions, shared }: SurfaceOptions): PlaceholderSurface {
  const element = document.createElement('fieldset')
  let unguard = (): void => {}
  let guarded: HTMLElement = element
  element.className = 'placeholder'
  element.dataset.theme = theme
  element.setAttribute('part', 'placeholder')

  const press = (event: MouseEvent): void => {
    const button = (event.target as HTMLElement).closest('button')
    const action = button?.dataset.consentAction as keyof PlaceholderActions | undefined
    // A link around a frame must not be followed, nor a `summary` opened.
    event.preventDefault()
    if (!button || !action) return
    if (event.isTrusted && (guarded.dataset.guard !== undefined || !isSeen(button, event))) return
    actions[action]()
  }
  element.addEventListener('click', press)
  for (const type of OWN_EVENTS.split(' ')) {
    element.addEventListener(
      type,
      (event) => isForeignKey(event as Event & { key?: string }) || event.stopPropagation(),
      { passive: true },
    )
  }

  return {
    element,
    draw({ source, children }) {
      element.setAttribute('aria-label', source)
      shared.toDom(element, children)
    },
    guard(marked, placed) {
      guarded = marked
      marked.dataset.surface = 'placeholder'
      unguard = shared.guardPresses(marked, placed)
    },
    end() {
      unguard()
      element.remove()
    },
  }
}
