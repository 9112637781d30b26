import { addressesIn, asking, properties } from './addresses.js'
import type { Guard } from './guard.js'

/** Holds elements whose address is set by code: properties, attributes, attribute nodes. */
export function guardAttributes({ patches, tagging, evaluate, queue, heldFor }: Guard): void {
  function set(element: HTMLElement, attribute: string, value: unknown, native: () => void): void {
    const { category, isHeld } = evaluate(addressesIn(attribute, value))
    if (tagging.isAuthors(element) || tagging.isShownOnce(element, attribute, value)) native()
    else if (category === undefined) {
      tagging.forget(element, attribute)
      native()
    } else if (isHeld) tagging.hold(element, { attribute, value, category }, native)
    else {
      tagging.track(element, { attribute, value, category })
      native()
    }
  }

  /** @param name of an attribute, in any case */
  function setNamed(element: HTMLElement, name: string, value: unknown, native: () => void): void {
    const attribute = name.toLowerCase()
    if (asking[element.localName]?.includes(attribute)) set(element, attribute, value, native)
    else if (attribute === 'type' && element instanceof HTMLScriptElement) element.type = `${value}`
    else native()
  }

  for (const [name, property] of new Map(properties.map((it) => [it.join(), it])).values()) {
    const { prototype } = (window as never)[`HTML${name}Element`] as { readonly prototype: object }
    patches.intercept(prototype, property, (element: HTMLElement, value: unknown, native) =>
      set(element, property.toLowerCase(), value, () => native(value)),
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
  // Shared by all animated texts of SVG, class names too: an address of another host names its scheme or `//`.
  patches.intercept(
    SVGAnimatedString.prototype,
    'baseVal',
    (_: SVGAnimatedString, value: unknown, native) => {
      const category = /^\s*(https?:)?\/\//i.test(`${value}`) ? heldFor(value) : undefined
      if (category) queue.add(category, () => native(value))
      else native(value)
    },
  )

  for (const method of ['setAttribute', 'setAttributeNS'] as const) {
    patches.replace<(...args: string[]) => void>(
      Element.prototype,
      method,
      (native) =>
        function (this: Element, ...args) {
          const [name, value] = args.slice(-2)
          setNamed(this as HTMLElement, `${name}`, value, () => native.apply(this, args))
        },
    )
  }
  for (const [owner, method] of [
    [Element.prototype, 'setAttributeNode'],
    [Element.prototype, 'setAttributeNodeNS'],
    [NamedNodeMap.prototype, 'setNamedItem'],
    [NamedNodeMap.prototype, 'setNamedItemNS'],
  ] as const) {
    patches.replace<(attribute: Attr) => Attr | null>(
      owner,
      method,
      (native) =>
        function (this: Element | NamedNodeMap, attribute) {
          let result: Attr | null = null
          const put = () => {
            result = native.call(this as Element, attribute)
          }
          const element = this instanceof Element ? this : this[0]?.ownerElement
          if (element) setNamed(element as HTMLElement, attribute.name, attribute.value, put)
          else {
            // An empty map does not tell its element.
            put()
            attribute.ownerElement?.setAttribute(attribute.name, attribute.value)
          }
          return result
        },
    )
  }
  for (const [owner, property] of [
    [Attr.prototype, 'value'],
    [Node.prototype, 'nodeValue'],
    [Node.prototype, 'textContent'],
  ] as const) {
    patches.intercept(owner, property, (node: Attr, value: unknown, native) => {
      const element = node.nodeType === 2 ? (node.ownerElement as HTMLElement | null) : null
      if (element) setNamed(element, node.name, value, () => native(value))
      else native(value)
    })
  }
  patches.replace<typeof Audio>(window, 'Audio', (native) => {
    const construct = (target: typeof Audio, [src]: unknown[], newTarget: typeof Audio): HTMLAudioElement => {
      const audio: HTMLAudioElement = Reflect.construct(target, [], newTarget)
      if (src !== undefined) audio.src = `${src}`
      return audio
    }
    return new Proxy(native, { construct })
  })
}
