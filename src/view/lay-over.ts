/** Below this, in CSS pixels, there is no room for words: tracking frames of one pixel above all. */
const SMALLEST = { width: 120, height: 60 }

/** The part of an element that scrolling ancestors let through, in the viewport. */
function visiblePart(element: HTMLElement): { top: number; right: number; bottom: number; left: number } {
  let { top, right, bottom, left } = element.getBoundingClientRect()
  // The viewport itself cuts off whatever is outside.
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflow === 'visible') continue
    const rect = box.getBoundingClientRect()
    top = Math.max(top, rect.top)
    right = Math.min(right, rect.right)
    bottom = Math.min(bottom, rect.bottom)
    left = Math.max(left, rect.left)
  }
  return { top, right, bottom, left }
}

/**
 * Keeps a host, put before an element, lying over it: also where that is scaled, or scrolls in a box
 * that the host, being absolute, is not cut off by. It takes no place itself, so nothing moves.
 * @returns lets go
 */
export function layOver(host: HTMLElement, element: HTMLElement): () => void {
  const { style } = host

  /** Without offsets an absolute box lies where it would stand in the text; the rest is measured. */
  const place = (): void => {
    style.margin = '0'
    const there = element.getBoundingClientRect()
    const isRoomy = there.width >= SMALLEST.width && there.height >= SMALLEST.height
    style.display = isRoomy ? 'block' : 'none'
    if (!isRoomy) return
    const here = host.getBoundingClientRect()
    const seen = visiblePart(element)
    const scale = there.width / element.offsetWidth || 1
    const local = (distance: number): string => `${distance / scale}px`
    style.marginLeft = local(there.left - here.left)
    style.marginTop = local(there.top - here.top)
    style.width = local(there.width)
    style.height = local(there.height)
    const cut = [
      seen.top - there.top,
      there.right - seen.right,
      there.bottom - seen.bottom,
      seen.left - there.left,
    ]
    style.clipPath = cut.some((distance) => distance > 0) ? `inset(${cut.map(local).join(' ')})` : ''
  }

  const resized = new ResizeObserver(place)
  place()
  resized.observe(element)
  // Scrolling does not bubble, and any box around the element may do it.
  document.addEventListener('scroll', place, { capture: true, passive: true })
  return () => {
    resized.disconnect()
    document.removeEventListener('scroll', place, { capture: true })
  }
}
