import { splitName } from '../../model/names.js'
import type { Line } from './deferred-queue.js'
import { sourceOf } from './sources.js'

/** Tags elements as an author would: what becomes of them is the gate's business then. */
export interface Tagging {
  /** Whether an author has tagged the element, so that the gate holds it already. */
  isAuthors(element: HTMLElement): boolean
  /** Whether the guard has, and it is held. */
  isHeld(element: HTMLElement): boolean
  /**
   * Makes an element wait.
   * @param keep puts the address where a script that does not run may have it: it can be a trusted value
   */
  hold(element: HTMLElement, category: string, address: unknown, keep?: () => void): void
  /** Lets the gate blank an element, which may load now, when consent is withdrawn. */
  note(element: HTMLElement, category: string, address: unknown): void
  /** The browser will never run this script, and neither must the gate. */
  leave(script: HTMLElement): void
  isLeft(script: HTMLElement): boolean
  /** The page has found another use for the element. */
  forget(element: HTMLElement): void
}

export function createTagging(line: Line): Tagging {
  const tagged = new WeakMap<HTMLElement, string>()
  const left = new WeakSet<HTMLElement>()
  const { setAttribute } = Element.prototype

  function name({ dataset }: HTMLElement, category: string): void {
    const [name, service] = splitName(category)
    if (service) dataset.service = service
    dataset.category = name
  }

  const tagging: Tagging = {
    // Shops put `data-category="shoes"` on pictures: only what really waits is an author's.
    isAuthors: (element) =>
      !tagged.has(element) &&
      element.dataset.category !== undefined &&
      ((element as HTMLScriptElement).type === 'text/plain' ||
        element.dataset[sourceOf(element)] !== undefined),
    isHeld: (element) => line.isHeld(tagged.get(element) ?? ''),
    hold(element, category, address, keep) {
      const { dataset, localName } = element
      const source = sourceOf(element)
      tagged.set(element, category)
      if (element instanceof HTMLScriptElement) {
        if (element.type && element.type !== 'text/plain') dataset.type = element.type
        setAttribute.call(element, 'type', 'text/plain')
        keep?.()
      } else {
        dataset[source] = `${address}`
        element.removeAttribute(source)
        // A frame that was put in has begun to load; one put back has not.
        if (element.isConnected && /^(iframe|object|embed)$/.test(localName)) element.replaceWith(element)
      }
      name(element, category)
      // Pictures and players need not be in the page to ask, and there the gate does not see them.
      if (!/^(img|audio|video)$/.test(localName)) return
      line.hold(category, () => {
        const waiting = dataset[source]
        if (waiting && element.getRootNode() !== document) element.setAttribute(source, waiting)
      })
    },
    note(element, category, address) {
      if (element instanceof HTMLScriptElement) return
      tagged.set(element, category)
      element.dataset[sourceOf(element)] = `${address}`
      name(element, category)
    },
    leave: (script) => void left.add(script),
    isLeft: (script) => left.has(script),
    forget(element) {
      if (!tagged.delete(element)) return
      const { dataset } = element
      if (element instanceof HTMLScriptElement && element.type === 'text/plain') {
        element.type = dataset.type ?? ''
      }
      for (const key of ['category', 'service', sourceOf(element)]) delete dataset[key]
    },
  }
  return tagging
}
