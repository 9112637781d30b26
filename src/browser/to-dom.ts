import type { Element as Described, Node as Piece } from './markup.js'

/**
 * Makes the children of `parent` what is described. What is there already and fits stays the same node: the
 * focus stays on its button, and live regions are told apart from new ones. No `innerHTML`, so it works where
 * Trusted Types are enforced.
 */
export function toDom(parent: Element, children: readonly Piece[]): void {
  children.forEach((child, at) => {
    const there = parent.childNodes[at]
    const fitting = reuse(there, child) ?? create(parent.ownerDocument, child)
    if (fitting === there) return
    if (there) there.replaceWith(fitting)
    else parent.append(fitting)
  })
  while (parent.childNodes.length > children.length) parent.lastChild?.remove()
}

/** The node that is there, brought up to date, if it is of the kind that is described. */
function reuse(there: ChildNode | undefined, piece: Piece): ChildNode | undefined {
  if (typeof piece === 'string') {
    if (!(there instanceof Text)) return
    if (there.data !== piece) there.data = piece
    return there
  }
  if (!(there instanceof HTMLElement) || there.localName !== piece.tag) return
  return update(there, piece)
}

function create(document: Document, piece: Piece): ChildNode {
  return typeof piece === 'string'
    ? document.createTextNode(piece)
    : update(document.createElement(piece.tag), piece)
}

function update(target: HTMLElement, { attributes, children }: Described): HTMLElement {
  for (const { name } of [...target.attributes])
    if (attributes[name] === undefined) target.removeAttribute(name)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && target.getAttribute(name) !== value) target.setAttribute(name, value)
  }
  toDom(target, children)
  return target
}
