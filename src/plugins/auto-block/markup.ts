import type { Guard } from './guard.js'
import { SELECTOR, sourceOf } from './sources.js'

/** Markup in there is text, or nobody's. */
const OPAQUE = /^(template|script|style|textarea|title|xmp|noscript|iframe)$/

const MAY_ASK = /<(iframe|img|script|video|audio|source|embed|link|object|track)\b/i

/** Holds what comes as a string of HTML: it is read where nothing loads, and tagged there. */
export function guardMarkup({ patches, tagging, judge }: Guard): void {
  /** @param runs whether scripts in it will run, as they do in what is written */
  function read(html: unknown, runs: boolean): HTMLTemplateElement | undefined {
    if (!MAY_ASK.test(`${html}`)) return
    const template = document.createElement('template')
    template.innerHTML = html as string
    let found = false
    for (const element of template.content.querySelectorAll<HTMLElement>(SELECTOR)) {
      const address = element.getAttribute(sourceOf(element))
      const { category, isHeld } = judge(address)
      if (category === undefined || !isHeld || tagging.isAuthors(element)) continue
      if (!runs && element instanceof HTMLScriptElement) tagging.leave(element)
      else tagging.hold(element, category, address)
      found = true
    }
    return found ? template : undefined
  }

  // As nodes, not as text: where Trusted Types ask for a policy the page's own trusted HTML is enough.
  for (const owner of [Element.prototype, ShadowRoot.prototype]) {
    patches.intercept(owner, 'innerHTML', (element: Element, html: unknown, native) => {
      const template = OPAQUE.test(element.localName) ? undefined : read(html, false)
      if (template) element.replaceChildren(template.content)
      else native(html)
    })
  }
  patches.intercept(Element.prototype, 'outerHTML', (element: Element, html: unknown, native) => {
    const template = read(html, false)
    if (template) element.replaceWith(template.content)
    else native(html)
  })
  patches.replace<Element['insertAdjacentHTML']>(
    Element.prototype,
    'insertAdjacentHTML',
    (native) =>
      function (this: Element, where, html) {
        const template = read(html, false)
        if (!template) return native.call(this, where, html)
        const put = {
          beforebegin: 'before',
          afterbegin: 'prepend',
          beforeend: 'append',
          afterend: 'after',
        } as const
        this[put[where.toLowerCase() as keyof typeof put]](template.content)
      },
  )
  patches.replace<(html: string) => DocumentFragment>(
    Range.prototype,
    'createContextualFragment',
    (native) =>
      function (this: Range, html) {
        return native.call(this, read(html, true)?.innerHTML ?? html)
      },
  )
  for (const method of ['write', 'writeln'] as const) {
    patches.replace<(...html: string[]) => void>(
      Document.prototype,
      method,
      (native) =>
        function (this: Document, ...html) {
          const template = read(html.join(''), true)
          native.apply(this, template ? [template.innerHTML] : html)
        },
    )
  }
}
