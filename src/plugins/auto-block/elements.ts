import type { Guard } from './guard.js'

/** Where each element keeps the address it asks. */
const SOURCES: { readonly [element: string]: string } = {
  Script: 'src',
  IFrame: 'src',
  Image: 'src',
  Media: 'src',
  Source: 'src',
  Track: 'src',
  Embed: 'src',
  Link: 'href',
  Object: 'data',
}

/** By tag name, for `setAttribute` and for markup. */
const ATTRIBUTES: { readonly [localName: string]: string } = {
  script: 'src',
  iframe: 'src',
  img: 'src',
  video: 'src',
  audio: 'src',
  source: 'src',
  track: 'src',
  embed: 'src',
  link: 'href',
  object: 'data',
}

const SELECTOR = Object.entries(ATTRIBUTES)
  .map(([name, attribute]) => `${name}[${attribute}]:not([data-category])`)
  .join()

/**
 * Holds elements that code makes, by tagging them as an author would: the gate
 * releases them in order, blanks them on withdrawal and shows placeholders.
 * @returns looks at new elements no more
 */
export function guardElements({ line, patches, heldFor }: Guard): () => void {
  /** Elements tagged here, and not by an author. */
  const tagged = new WeakSet<Element>()
  const isAuthors = ({ dataset }: HTMLElement) => dataset.category !== undefined
  const isOurs = (element: HTMLElement) => tagged.has(element) || !isAuthors(element)

  /** @param keep puts the address where a script that does not run may have it: it can be a trusted value */
  function tag(element: HTMLElement, category: string, address: unknown, keep?: () => void): void {
    const { dataset, localName } = element
    const attribute = ATTRIBUTES[localName] as string
    tagged.add(element)
    if (element instanceof HTMLScriptElement) {
      if (element.type && element.type !== 'text/plain') dataset.type = element.type
      setAttribute.call(element, 'type', 'text/plain')
      keep?.()
    } else {
      dataset[attribute] = `${address}`
      element.removeAttribute(attribute)
      // A frame that was put in has begun to load; one put back has not.
      if (element.isConnected && /^(iframe|object|embed)$/.test(localName)) element.replaceWith(element)
    }
    const [name, service] = category.split('.')
    if (service) dataset.service = service
    dataset.category = name
    // A picture need not be in the page to ask, and the gate would never see it.
    if (localName === 'img') {
      line.hold(category, () => {
        const { src } = dataset
        if (!element.isConnected && src) (element as HTMLImageElement).src = src
      })
    }
  }

  const { setAttribute } = Element.prototype
  for (const [name, attribute] of Object.entries(SOURCES)) {
    const { prototype } = (window as never)[`HTML${name}Element`] as { readonly prototype: object }
    patches.intercept(prototype, attribute, (element: HTMLElement, value: unknown, native) => {
      const category = isOurs(element) ? heldFor(value) : undefined
      if (category) tag(element, category, value, () => native(value))
      else native(value)
    })
  }
  // Many snippets name the type after the address.
  patches.intercept(
    HTMLScriptElement.prototype,
    'type',
    (script: HTMLScriptElement, value: string, native) => {
      if (tagged.has(script) && script.type === 'text/plain' && line.isHeld(nameOf(script)))
        script.dataset.type = value
      else native(value)
    },
  )
  patches.replace<Element['setAttribute']>(
    Element.prototype,
    'setAttribute',
    (native) =>
      function (this: Element, name, value) {
        const element = this as HTMLElement
        const key = `${name}`.toLowerCase()
        const category = key === ATTRIBUTES[element.localName] && isOurs(element) ? heldFor(value) : undefined
        if (category) tag(element, category, value, () => native.call(this, name, value))
        else if (key === 'type' && element instanceof HTMLScriptElement && tagged.has(element))
          element.type = value
        else native.call(this, name, value)
      },
  )

  /** @returns whether there was something to hold */
  function sweep(root: ParentNode): boolean {
    let found = false
    for (const element of root.querySelectorAll<HTMLElement>(SELECTOR)) {
      const address = element.getAttribute(ATTRIBUTES[element.localName] as string)
      const category = heldFor(address)
      if (category) tag(element, category, address)
      found ||= !!category
    }
    return found
  }

  /** Markup is read where nothing loads; only if there is something to hold it comes in as nodes. */
  function read(html: unknown): DocumentFragment | undefined {
    if (!/<(iframe|img|script|video|audio|source|embed|link|object|track)\b/i.test(`${html}`)) return
    const template = document.createElement('template')
    template.innerHTML = html as string
    return sweep(template.content) ? template.content : undefined
  }
  for (const owner of [Element.prototype, ShadowRoot.prototype]) {
    patches.intercept(owner, 'innerHTML', (element: Element, html: unknown, native) => {
      const nodes = element instanceof HTMLTemplateElement ? undefined : read(html)
      if (nodes) element.replaceChildren(nodes)
      else native(html)
    })
  }
  patches.replace<Element['insertAdjacentHTML']>(
    Element.prototype,
    'insertAdjacentHTML',
    (native) =>
      function (this: Element, where, html) {
        const nodes = read(html)
        if (!nodes) return native.call(this, where, html)
        const put = {
          beforebegin: 'before',
          afterbegin: 'prepend',
          beforeend: 'append',
          afterend: 'after',
        } as const
        this[put[where.toLowerCase() as keyof typeof put]](nodes)
      },
  )

  // The page's own markup: before a script is run the parser lets observers speak
  // (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata).
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node instanceof Element && node.parentNode) sweep(node.matches(SELECTOR) ? node.parentNode : node)
      }
    }
  })
  observer.observe(document, { childList: true, subtree: true })
  return () => observer.disconnect()
}

function nameOf({ dataset: { category, service } }: HTMLElement): string {
  return service ? `${category}.${service}` : `${category}`
}
