import { addSheet } from '../../browser/style-sheets.js'

/**
 * Keeps what has the focus out from under a surface (WCAG 2.4.11), and the page's last lines too: the page scrolls
 * clear of it, if it scrolls at all (one that does not would get a scroll bar and move). Where scrolling cannot help,
 * the surface goes to the other side. Reads no layout before the surface has been painted.
 *
 * @param flip moves the surface to the other side
 * @returns lets the page scroll as it did
 */
export function keepClear(surface: HTMLElement, flip: () => void): () => void {
  const root = document.documentElement
  /** Has the height of the viewport and of the content: the body in quirks mode. */
  const scroller = document.scrollingElement ?? root
  let release = (): void => {}
  /** The room at the end of the page, the border that makes it, and the height of the page then, in CSS pixels. */
  let room = 0
  let border = 0
  let known = 0

  const measure = (): void => {
    const { top, bottom, height } = surface.getBoundingClientRect()
    const { clientHeight, scrollHeight } = scroller
    if (!height) return
    const above = Math.ceil(bottom)
    const below = Math.ceil(innerHeight - top)
    const isBelow = above >= below
    // Another snapport would move a page that snaps.
    const isSnapping = getComputedStyle(root).scrollSnapType !== 'none'
    let rules = isSnapping ? '' : `scroll-padding-${isBelow ? `bottom:${below}` : `top:${above}`}px!important`
    // Content may be longer than a root of a set height: the border begins where the root ends.
    const rootEnd = Math.round(root.getBoundingClientRect().bottom + scrollY)
    const isLonger = scrollHeight > rootEnd + 1 && scrollHeight !== known
    const end = isLonger ? scrollHeight : scrollHeight - room
    const beyond = Math.max(0, end - (rootEnd - border))
    room = isBelow && end > clientHeight ? below : 0
    border = room && room + beyond
    // A border, because the page's own boxes are laid out in what it surrounds.
    if (room) rules += `;border-bottom:${border}px solid transparent!important`
    if (room && beyond) rules += ';box-sizing:content-box!important'
    const before = release
    release = addSheet(document, `@media screen{:root{${rules}}}`)
    before()
    known = scroller.scrollHeight
  }
  const uncover = ({ target }: Event): void => {
    // The browser scrolls to what it focuses, before this frame is painted at the latest.
    requestAnimationFrame(() => {
      const over = surface.getBoundingClientRect()
      const own = (target as Element).getBoundingClientRect()
      const middle = (own.left + own.right) / 2
      // Our own host has no size.
      if (
        own.height &&
        own.top >= over.top &&
        own.bottom <= over.bottom &&
        middle > over.left &&
        middle < over.right
      ) {
        flip()
        measure()
      }
    })
  }
  /** What overflows a root of a set height grows unseen by observers; it matters when the visitor scrolls there. */
  const follow = (): void => {
    if (scroller.scrollHeight !== known) measure()
  }
  // Their first call comes when the surface is laid out and not yet painted: the page's own paint goes first.
  let timer: ReturnType<typeof setTimeout>
  const resized = new ResizeObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(measure)
  })
  for (const element of [surface, root, document.body]) resized.observe(element)
  addEventListener('focusin', uncover)
  addEventListener('scroll', follow, { passive: true })
  return () => {
    clearTimeout(timer)
    resized.disconnect()
    removeEventListener('focusin', uncover)
    removeEventListener('scroll', follow)
    release()
  }
}
