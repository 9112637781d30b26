import { MAY_ASK } from './addresses.js'
import type { Guard } from './guard.js'

/** Markup in there is text, or is looked at when it comes into the page. */
const OPAQUE = /^(template|script|style|textarea|title|xmp|noscript|iframe)$/

/** Holds what comes as a string of HTML: it is read where nothing loads, and tagged there. */
export function guardMarkup({ patches, tagging, holdUnder, context }: Guard): void {
  /** @param runs whether scripts in it will run, as they do in what is written */
  function read(html: unknown, runs: boolean): HTMLTemplateElement | undefined {
    if (!MAY_ASK.test(`${html}`)) return
    const template = document.createElement('template')
    template.innerHTML = html as string
    return hold(template, runs) ? template : undefined
  }

  function hold({ content }: HTMLTemplateElement, runs: boolean): boolean {
    if (!runs) for (const script of content.querySelectorAll('script')) tagging.ignore(script)
    // Not `some`: each is looked at.
    const inner = [...content.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')]
    return [...inner.map((it) => hold(it, runs)), holdUnder(content, () => runs)].includes(true)
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
  // Declarative shadow roots are made of text alone.
  for (const owner of [Element.prototype, ShadowRoot.prototype]) {
    patches.replace<(html: string, options?: object) => void>(
      owner,
      'setHTMLUnsafe',
      (native) =>
        function (this: Element | ShadowRoot, html, options) {
          const template = read(html, false)
          native.call(this, template?.innerHTML ?? html, options)
          if (template)
            for (const { shadowRoot } of this.querySelectorAll('*'))
              if (shadowRoot) context()?.consent.scan(shadowRoot)
        },
    )
  }
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
