import type { Guard } from './guard.js'
import { CLASSES, SELECTOR, SOURCES, sourceOf } from './sources.js'

/**
 * Holds elements whose address is set by code, and what the parser puts in.
 * @returns stops watching
 */
export function guardElements({ patches, tagging, judge, context }: Guard): () => void {
  /** "Show once" is the visitor's own word for one address, and the gate sets it then. */
  const isShownOnce = (element: HTMLElement, address: unknown): boolean =>
    tagging.isHeld(element) &&
    `${address}` === element.dataset[sourceOf(element)] &&
    !!context()?.isReleased(element)

  /** An address is set: holds it, or lets it through. */
  function set(element: HTMLElement, address: unknown, native: () => void): void {
    const { category, isHeld } = judge(address)
    if (tagging.isAuthors(element) || isShownOnce(element, address)) native()
    else if (category === undefined) {
      tagging.forget(element)
      native()
    } else if (isHeld) tagging.hold(element, category, address, native)
    else {
      tagging.note(element, category, address)
      native()
    }
  }

  for (const [name, property] of CLASSES) {
    const { prototype } = (window as never)[`HTML${name}Element`] as { readonly prototype: object }
    patches.intercept(prototype, property, (element: HTMLElement, value: unknown, native) =>
      set(element, value, () => native(value)),
    )
  }
  // Many snippets name the type after the address.
  patches.intercept(
    HTMLScriptElement.prototype,
    'type',
    (script: HTMLScriptElement, value: string, native) => {
      if (script.type === 'text/plain' && tagging.isHeld(script)) script.dataset.type = value
      else native(value)
    },
  )
  for (const method of ['setAttribute', 'setAttributeNS'] as const) {
    patches.replace<(...args: string[]) => void>(
      Element.prototype,
      method,
      (native) =>
        function (this: Element, ...args) {
          const element = this as HTMLElement
          const [name, value] = args.slice(-2)
          const key = `${name}`.toLowerCase()
          if (key === SOURCES[element.localName]) set(element, value, () => native.apply(this, args))
          else if (key === 'type' && element instanceof HTMLScriptElement) element.type = `${value}`
          else native.apply(this, args)
        },
    )
  }
  patches.replace<typeof Audio>(window, 'Audio', (native) => {
    const construct = (target: typeof Audio, [src]: unknown[]): HTMLAudioElement => {
      const audio = new target()
      if (src !== undefined) audio.src = `${src}`
      return audio
    }
    return new Proxy(native, { construct })
  })

  // Before a script of the page's markup is run, the parser lets observers speak
  // (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata). One that code has put in
  // has begun to run by now, and tagging it would only make it run again.
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue
        const elements = node.querySelectorAll<HTMLElement>(SELECTOR)
        for (const element of node.matches(SELECTOR) ? [node, ...elements] : elements) {
          const isScript = element instanceof HTMLScriptElement
          if (isScript && (document.readyState !== 'loading' || tagging.isLeft(element))) continue
          const address = element.getAttribute(sourceOf(element))
          const { category, isHeld } = judge(address)
          if (category === undefined || !isHeld || tagging.isAuthors(element)) continue
          if (!isShownOnce(element, address)) {
            tagging.hold(element, category, address)
          }
        }
      }
    }
  })
  observer.observe(document, { childList: true, subtree: true })
  return () => observer.disconnect()
}
