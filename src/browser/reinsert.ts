/** Takes an element out, lets it change, and puts that very node back where it was, also where the change throws. */
export function reinsert(element: Element, change: () => void = () => {}): void {
  const { parentNode, nextSibling } = element
  parentNode?.removeChild(element)
  try {
    change()
  } finally {
    parentNode?.insertBefore(element, nextSibling)
  }
}
