/** Below this, in CSS pixels, there is no room for words: tracking frames of one pixel above all. */
const SMALLEST = { width: 120, height: 60 }

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The part of an element that its ancestors let through, without those that cut off a child of `parent` as well. */
function visiblePart(element: HTMLElement, parent: Element | null): Box {
  let { left, top, right, bottom } = element.getBoundingClientRect()
  // The viewport itself cuts off whatever is outside.
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

/**
 * Keeps a host lying over an element: also where that is scaled, is moved to another place of the page, or scrolls
 * in a box that the host, being absolute, is not cut off by. It takes no place itself, so nothing moves. The host is
 * as large as what is seen of the element; `--left`, `--top`, `--width` and `--height` tell it where all of that is.
 * @returns lets go
 */
export function layOver(host: HTMLElement, element: HTMLElement): () => void {
  const { style } = host
  const resized = new ResizeObserver(() => place())
  let x = 0
  let y = 0

  /** Rules such as `:first-child` or `* + *` count the host, and may move things on one side of the element. */
  const put = (): void => {
    const shape = (): string =>
      [element, element.parentElement].map((it) => JSON.stringify(it?.getBoundingClientRect())).join()
    const before = shape()
    // Behind it, because of two that are positioned alike the later one is seen.
    element.after(host)
    if (shape() !== before) element.before(host)
    // A line may break elsewhere while the element keeps its size.
    if (element.parentElement) resized.observe(element.parentElement)
  }

  const set = (name: string, length: number): number => {
    const rounded = Math.round(length * 10) / 10
    // Writing costs a layout for each of many placeholders; where nothing has changed they share one.
    if (style.getPropertyValue(name) !== `${rounded}px`) style.setProperty(name, `${rounded}px`)
    return rounded
  }

  /** Without offsets an absolute box lies where it would stand in the text; the rest is measured. */
  const place = (): void => {
    if (host.parentNode !== element.parentNode && element.parentNode) put()
    const there = element.getBoundingClientRect()
    const isRoomy = there.width >= SMALLEST.width && there.height >= SMALLEST.height
    style.display = isRoomy ? 'block' : 'none'
    if (!isRoomy) return
    style.zIndex = getComputedStyle(element).zIndex
    const seen = visiblePart(element, host.offsetParent)
    const scale = there.width / element.offsetWidth || 1
    set('width', (seen.right - seen.left) / scale)
    set('height', (seen.bottom - seen.top) / scale)
    set('--left', (there.left - seen.left) / scale)
    set('--top', (there.top - seen.top) / scale)
    set('--width', there.width / scale)
    set('--height', there.height / scale)
    const here = host.getBoundingClientRect()
    x = set('margin-left', x + (seen.left - here.left) / scale)
    y = set('margin-top', y + (seen.top - here.top) / scale)
    // From right to left it stands by its right edge.
    set('margin-right', -x)
  }
  // The browser scrolls the host into view; what that stands for may be out of sight in its box. Under a pointer
  // nothing may move: the click would miss.
  const bringForward = (): void => {
    const isWhole = ['width', 'height'].every(
      (name) => style.getPropertyValue(name) === style.getPropertyValue(`--${name}`),
    )
    if (isWhole || !host.shadowRoot?.activeElement?.matches(':focus-visible')) return
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  place()
  resized.observe(element)
  host.addEventListener('focusin', bringForward)
  // Scrolling does not bubble, and any box around the element may do it.
  document.addEventListener('scroll', place, { capture: true, passive: true })
  return () => {
    resized.disconnect()
    host.removeEventListener('focusin', bringForward)
    document.removeEventListener('scroll', place, { capture: true })
  }
}
