import type { Guard } from './guard.js'

type Insert = (...nodes: unknown[]) => unknown

const parent = ['append', 'prepend', 'replaceChildren', 'moveBefore']
const child = ['before', 'after', 'replaceWith']

/** Methods that put nodes into a tree. */
const methods: readonly (readonly [className: string, names: readonly string[]])[] = [
  ['Node', ['appendChild', 'insertBefore', 'replaceChild']],
  ['Element', [...parent, ...child, 'insertAdjacentElement']],
  ['DocumentFragment', parent],
  ['Document', [...parent, 'adoptNode']],
  ['CharacterData', child],
  ['Range', ['insertNode', 'surroundContents']],
]

/**
 * Holds nodes that come from another document, where nothing asks: of a template, a `DOMParser` or a request. They
 * ask when they come into the page, before an observer could speak. Inline scripts run then, too.
 */
export function guardInsertion({ patches, holdUnder }: Guard): void {
  function holdDeep(node: ParentNode): void {
    holdUnder(node)
    for (const { shadowRoot } of [node as Element, ...node.querySelectorAll('*')])
      if (shadowRoot) holdDeep(shadowRoot)
  }
  const isNew = (node: unknown): node is ParentNode & Node =>
    node instanceof Node && (node.ownerDocument !== document || node instanceof HTMLScriptElement)
  for (const [name, list] of methods) {
    const owner = (window as never)[name] as { readonly prototype: object } | undefined
    for (const method of list) {
      patches.replace<Insert>(
        owner?.prototype,
        method,
        (native) =>
          function (this: Node, ...nodes) {
            // Into another document it goes as it is.
            if ((this.ownerDocument ?? this) === document || this instanceof Range)
              for (const node of nodes) if (isNew(node) && 'querySelectorAll' in node) holdDeep(node)
            return native.apply(this, nodes)
          },
      )
    }
  }
  patches.replace<Document['importNode']>(
    Document.prototype,
    'importNode',
    (native) =>
      function (this: Document, ...args) {
        const node = native.apply(this, args)
        // A picture asks in the next microtask.
        if (this === document && 'querySelectorAll' in node) holdDeep(node as never)
        return node
      } as Document['importNode'],
  )
}
