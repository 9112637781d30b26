/** Takes an element out, lets it change, and puts that very node back where it was. */
export function reinsert(element: Element, change: () => void = () => {}): void {
  const { parentNode, nextSibling } = element
  element.remove()
  change()
  parentNode?.insertBefore(element, nextSibling)
}
