const same = (before: DOMRect, after: DOMRect): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(before[side] - after[side]) < 1)

/**
 * Tells when an element moves on the screen or changes its size, whatever moved it: the observed area is the box it
 * has now, so that the share of it that lies inside changes with every move. No polling.
 * @returns stops telling
 */
export function onMove(element: Element, moved: () => void): () => void {
  const { ownerDocument: root } = element
  let observer: IntersectionObserver | undefined
  let before = element.getBoundingClientRect()

  const check = (): void => {
    if (same(before, element.getBoundingClientRect())) return
    moved()
    watch()
  }
  const resized = new ResizeObserver(check)
  const watch = (): void => {
    observer?.disconnect()
    before = element.getBoundingClientRect()
    const { clientWidth, clientHeight } = root.scrollingElement ?? root.documentElement
    const inset = [before.top, clientWidth - before.right, clientHeight - before.bottom, before.left]
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
  watch()
  resized.observe(element)
  return () => {
    observer?.disconnect()
    resized.disconnect()
  }
}
