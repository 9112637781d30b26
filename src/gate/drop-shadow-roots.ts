/** Names of elements that can have a shadow root (DOM, "valid shadow host name"). */
const HOST = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/

/**
 * Puts a copy without shadow root in the place of every element that can have one. A closed shadow root that came
 * with the markup (`shadowrootmode`) cannot be looked into, and its scripts would run as soon as code inserts them,
 * without the nonce of the page: a policy with nonces asks it of markup alone.
 */
export function dropShadowRoots(content: ParentNode): void {
  for (const host of content.querySelectorAll('*')) {
    if (!HOST.test(host.localName)) continue
    // Made in the inert document: nothing is constructed there.
    const copy = host.ownerDocument.createElement(host.localName)
    for (const attribute of host.attributes) {
      // A policy with nonces blocks handlers in markup, and Trusted Types would stop this copy.
      if (!/^on/i.test(attribute.name)) copy.setAttributeNode(attribute.cloneNode() as Attr)
    }
    copy.append(...host.childNodes)
    host.replaceWith(copy)
  }
}
