/** The element that has the focus, looked up through open shadow roots. */
export function focusedElement(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

/** Focuses without scrolling the page, and says whether that worked. */
export function focus(element: Element | null): boolean {
  if (element instanceof HTMLElement && element !== document.body) element.focus({ preventScroll: true })
  return element !== null && element !== document.body && focusedElement() === element
}
