const same = (before: DOMRect, after: DOMRect): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(before[side] - after[side]) < 1)

/**
 * Tells when an element is first laid out, moves on the screen or changes its size, whatever moved it: the observed
 * area is the box it has now, so that the share of it that lies inside changes with every move. No polling, and no
 * layout that the browser would not have made by itself.
 * @returns stops telling
 */
export function onMove(element: Element, moved: () => void): () => void {
  const { ownerDocument: root } = element
  let observer: IntersectionObserver | undefined
  let before: DOMRect | undefined

  const check = (): void => {
    const now = element.getBoundingClientRect()
    if (before && same(before, now)) return
    before = now
    moved()
    watch(now)
  }
  const resized = new ResizeObserver(check)
  const watch = (box: DOMRect): void => {
    observer?.disconnect()
    const { clientWidth, clientHeight } = root.scrollingElement ?? root.documentElement
    const inset = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left]
    const options = {
      rootMargin: inset.map((side) => `${-Math.floor(side)}px`).join(' '),
      // Where a box around it cuts it off, its share is any number.
      threshold: [...Array(101)].map((_, percent) => percent / 100),
    }
    try {
      observer = new IntersectionObserver(check, { root, ...options })
    } catch {
      // An older engine takes no document for a root; its own default means the same in a top-level page.
      observer = new IntersectionObserver(check, options)
    }
    observer.observe(element)
  }
  resized.observe(element)
  return () => {
    observer?.disconnect()
    resized.disconnect()
  }
}
