/**
 * The blank document of a held frame, where the placeholder can be drawn. A frame that shows a document of its own
 * has none, nor has a sandboxed one that is of no origin, or in which WebKit would call no listener.
 */
export function frameDocument(frame: HTMLElement): Document | undefined {
  if (!isBlankFrame(frame)) return
  const inner = frame.contentDocument
  // Somebody may have led it elsewhere, by a link with its name as the target.
  return inner?.body && inner.URL === 'about:blank' ? inner : undefined
}

/** Whether a frame has, or will have when it is in the page, a blank document that can be drawn in. */
export function isBlankFrame(element: HTMLElement): element is HTMLIFrameElement {
  if (element.localName !== 'iframe' || element.hasAttribute('src') || element.hasAttribute('srcdoc'))
    return false
  const sandbox = element.getAttribute('sandbox')
  const isOpen =
    sandbox === null ||
    ['allow-scripts', 'allow-same-origin'].every((it) => sandbox.toLowerCase().includes(it))
  return isOpen && (!element.isConnected || !!(element as HTMLIFrameElement).contentDocument)
}
