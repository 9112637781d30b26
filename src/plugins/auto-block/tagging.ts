import type { PluginContext } from '../../api/plugin.js'
import { reinsert } from '../../browser/reinsert.js'
import { gatedAttributes, gatedElements } from '../../model/gated-elements.js'
import { splitName } from '../../model/names.js'
import { isGated } from './addresses.js'
import type { DeferredQueue } from './deferred-queue.js'

/** An attribute that asks for addresses. */
export interface Asking {
  readonly attribute: string
  readonly value: unknown
  readonly category: string
}

/** Tags elements as an author would, so that the gate blocks and releases them. */
export interface Tagging {
  /** Whether an author has tagged the element, so that the gate blocks it already. */
  isAuthors(element: HTMLElement): boolean
  /** Whether the guard has, and it is held. */
  isHeld(element: HTMLElement): boolean
  /** Whether the visitor has asked for this address by "show once"; the gate sets it then. */
  isShownOnce(element: HTMLElement, attribute: string, value: unknown): boolean
  /**
   * Makes an attribute wait.
   * @param keep sets it where a script that does not run may have it: it can be a trusted value
   */
  hold(element: HTMLElement, asking: Asking, keep?: () => void): void
  /** Keeps a script from running. @returns lets it be what it was */
  makeInert(script: HTMLScriptElement): () => void
  /** Makes a script wait. */
  tagScript(script: HTMLScriptElement, category: string): void
  /** Lets the gate blank an element, which may load now, when consent is withdrawn. */
  track(element: HTMLElement, asking: Asking): void
  /** The browser will never run this script, and neither must the gate. */
  ignore(script: HTMLElement): void
  isIgnored(script: HTMLElement): boolean
  /** The page has found another use for the attribute. */
  forget(element: HTMLElement, attribute: string): void
}

interface TaggingOptions {
  readonly queue: DeferredQueue
  readonly context: () => PluginContext | undefined
}

const XLINK = 'http://www.w3.org/1999/xlink'

export function createTagging({ queue, context }: TaggingOptions): Tagging {
  const tagged = new WeakMap<HTMLElement, string>()
  const ignored = new WeakSet<HTMLElement>()
  /** Attributes that the gate cannot hold, with what removes each from the queue. */
  const parked = new WeakMap<HTMLElement, Map<string, () => void>>()
  const { setAttribute, setAttributeNS } = Element.prototype

  const isBlockable = (element: HTMLElement, attribute: string, category: string) =>
    isGated(element, attribute) && (tagged.get(element) ?? category) === category

  function tag(element: HTMLElement, category: string): void {
    const [name, service] = splitName(category)
    tagged.set(element, category)
    if (service) element.dataset.service = service
    element.dataset.category = name
  }

  /** The gate does not see what is outside the document. */
  function releaseOutside(element: HTMLElement, { category, attribute }: Asking): void {
    if (element.getRootNode() === document) return
    queue.add(category, () => {
      const root = element.getRootNode()
      const value = element.dataset[attribute]
      if (root instanceof ShadowRoot) context()?.consent.scan(root)
      // Pictures and players need not be in a tree to ask.
      else if (root !== document && value && /^(img|audio|video)$/.test(element.localName))
        element.setAttribute(attribute, value)
    })
  }

  const tagging: Tagging = {
    // Shops put `data-category="shoes"` on pictures: only what really waits is an author's.
    isAuthors: (element) =>
      !tagged.has(element) &&
      element.dataset?.category !== undefined &&
      ((element as HTMLScriptElement).type === 'text/plain' ||
        gatedAttributes.some((name) => element.dataset[name] !== undefined)),
    isHeld: (element) => queue.isHeld(tagged.get(element) ?? ''),
    isShownOnce: (element, attribute, value) =>
      tagging.isHeld(element) &&
      `${value}` === element.dataset[attribute] &&
      !!context()?.isReleased(element),
    hold(element, asking, keep) {
      const { attribute, value, category } = asking
      if (element instanceof HTMLScriptElement) {
        tagging.tagScript(element, category)
        keep?.()
      } else if (isBlockable(element, attribute, category)) {
        element.dataset[attribute] = `${value}`
        element.removeAttribute(attribute)
        // A frame that was put in has begun to load; one put back has not.
        if (element.isConnected && gatedElements[element.localName]?.isEmbed) reinsert(element)
        tag(element, category)
        releaseOutside(element, asking)
      } else {
        const set = () =>
          attribute.includes(':')
            ? setAttributeNS.call(element, XLINK, attribute, `${value}`)
            : setAttribute.call(element, attribute, `${value}`)
        const waiting = parked.get(element) ?? new Map()
        element.removeAttribute(attribute)
        waiting.get(attribute)?.()
        parked.set(element, waiting.set(attribute, queue.add(category, set)))
      }
    },
    makeInert(script) {
      const type = script.getAttribute('type')
      if (type && type !== 'text/plain') script.dataset.type = type
      setAttribute.call(script, 'type', 'text/plain')
      return () => {
        delete script.dataset.type
        if (type === null) script.removeAttribute('type')
        else setAttribute.call(script, 'type', type)
      }
    },
    tagScript(script, category) {
      tagging.makeInert(script)
      tag(script, category)
      releaseOutside(script, { attribute: 'src', value: undefined, category })
    },
    track(element, { attribute, value, category }) {
      if (element instanceof HTMLScriptElement || !isBlockable(element, attribute, category)) return
      element.dataset[attribute] = `${value}`
      tag(element, category)
    },
    ignore: (script) => void ignored.add(script),
    isIgnored: (script) => ignored.has(script),
    forget(element, attribute) {
      parked.get(element)?.get(attribute)?.()
      if (!tagged.has(element)) return
      const { dataset } = element
      if (element instanceof HTMLScriptElement && element.type === 'text/plain') {
        element.type = dataset.type ?? ''
      }
      delete dataset[attribute]
      if (gatedAttributes.some((name) => dataset[name] !== undefined)) return
      tagged.delete(element)
      delete dataset.category
      delete dataset.service
    },
  }
  return tagging
}
