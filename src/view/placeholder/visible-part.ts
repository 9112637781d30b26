const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The part of an element that its ancestors let through, without those that cut off a child of `parent` as well.
 * The viewport itself cuts off whatever is outside.
 */
export function visiblePart(element: HTMLElement, parent: Element | null): Box {
  let { left, top, right, bottom } = element.getBoundingClientRect()
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    // A cell of a table is an `offsetParent` without holding anything.
    if (box === parent && !/^T/.test(box.tagName)) break
    if (getComputedStyle(box).overflow === 'visible') continue
    const rect = box.getBoundingClientRect()
    left = within(left, rect.left, rect.right)
    top = within(top, rect.top, rect.bottom)
    right = within(right, rect.left, rect.right)
    bottom = within(bottom, rect.top, rect.bottom)
  }
  return { left, top, right, bottom }
}
