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

/** The box that may cut an element off: what is positioned leaves the boxes before its containing block. */
function containerOf(element: HTMLElement): HTMLElement | null {
  const { position } = getComputedStyle(element)
  if (position === 'fixed') return null
  return position === 'absolute' ? (element.offsetParent as HTMLElement | null) : element.parentElement
}

/**
 * Whether the boxes around an element leave some of it in sight, or would after scrolling. What they hide by
 * `overflow` or by `clip-path` nobody sees.
 */
export function isLetThrough(element: HTMLElement): boolean {
  let { left, top, right, bottom } = element.getBoundingClientRect()
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  for (let box = containerOf(element); box && box !== document.body; box = containerOf(box)) {
    const { overflowX, overflowY, clipPath, pointerEvents } = getComputedStyle(box)
    const rect = box.getBoundingClientRect()
    // What a box scrolls can be brought to any place in it.
    if (/auto|scroll/.test(overflowX)) ({ left, right } = rect)
    if (/auto|scroll/.test(overflowY)) ({ top, bottom } = rect)
    if (/hidden|clip/.test(overflowX))
      [left, right] = [Math.max(left, rect.left), Math.min(right, rect.right)]
    if (/hidden|clip/.test(overflowY))
      [top, bottom] = [Math.max(top, rect.top), Math.min(bottom, rect.bottom)]
    if (right <= left || bottom <= top) return false
    // A path is any shape, and a hit test knows it, inside the viewport.
    if (clipPath === 'none' || pointerEvents === 'none') continue
    const hits = (box.getRootNode() as Document).elementsFromPoint(x, y)
    if (hits[0] && !hits.some((hit) => box.contains(hit))) return false
  }
  return true
}
