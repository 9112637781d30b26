/**
 * Whether the parser is done with an element. The last one of a document that is
 * still coming may be half there: an inline script cut in two by the network.
 */
export function isParsed(element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true
  return document.readyState !== 'loading' || !element.isConnected
}
