import type { Element as Described, Node as Piece } from './markup.js'

const SVG = 'http://www.w3.org/2000/svg'

/** Belongs to an element as it stands, not to its description. */
const STATE = /^data-(guard|ready)$/

/**
 * Makes the children of `parent` what is described. What is there already and fits stays the same node: the
 * focus stays on its button, and live regions are told apart from new ones. No `innerHTML`, so it works where
 * Trusted Types are enforced.
 */
export function toDom(parent: Element, children: readonly Piece[]): void {
  children.forEach((child, at) => {
    const there = parent.childNodes[at]
    const fitting = reuse(there, child) ?? create(parent, child)
    if (fitting === there) return
    if (there) there.replaceWith(fitting)
    else parent.append(fitting)
  })
  while (parent.childNodes.length > children.length) parent.lastChild?.remove()
}

/**
 * The node that is there, brought up to date, if it is of the kind that is described. Told by its name: nodes of
 * a frame's document are instances of that frame's classes.
 */
function reuse(there: ChildNode | undefined, piece: Piece): ChildNode | undefined {
  if (typeof piece === 'string') {
    if (there?.nodeType !== 3) return
    if ((there as Text).data !== piece) (there as Text).data = piece
    return there
  }
  if ((there as Element | undefined)?.localName !== piece.tag) return
  return update(there as Element, piece)
}

function create({ ownerDocument, namespaceURI }: Element, piece: Piece): ChildNode {
  return typeof piece === 'string'
    ? ownerDocument.createTextNode(piece)
    : update(ownerDocument.createElementNS(piece.tag === 'svg' ? SVG : namespaceURI, piece.tag), piece)
}

function update(target: Element, { attributes, children }: Described): Element {
  for (const { name } of [...target.attributes])
    if (attributes[name] === undefined && !STATE.test(name)) target.removeAttribute(name)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && target.getAttribute(name) !== value) target.setAttribute(name, value)
  }
  toDom(target, children)
  return target
}
