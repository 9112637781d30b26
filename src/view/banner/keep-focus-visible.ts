import { afterNextPaint } from '../../browser/scheduling.js'
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
  /** The rules in force. */
  let rules = ''
  /** The room at the end of the page, the border that makes it, and the height of the page then, in CSS pixels. */
  let room = 0
  let border = 0
  let known = 0
  let timer: ReturnType<typeof setTimeout>

  /** @returns what puts other rules into force, where the page needs others */
  const measure = (): (() => void) | undefined => {
    const { top, bottom, height } = surface.getBoundingClientRect()
    const { clientHeight, scrollHeight } = scroller
    if (!height) return
    const above = Math.ceil(bottom)
    const below = Math.ceil(innerHeight - top)
    const isBelow = above >= below
    // Another snapport would move a page that snaps.
    const isSnapping = getComputedStyle(root).scrollSnapType !== 'none'
    let wanted = isSnapping
      ? ''
      : `scroll-padding-${isBelow ? `bottom:${below}` : `top:${above}`}px!important`
    // Content may be longer than a root of a set height: the border begins where the root ends.
    const rootEnd = Math.round(root.getBoundingClientRect().bottom + scrollY)
    const isLonger = scrollHeight > rootEnd + 1 && scrollHeight !== known
    const end = isLonger ? scrollHeight : scrollHeight - room
    const beyond = Math.max(0, end - (rootEnd - border))
    const space = isBelow && end > clientHeight ? below : 0
    const width = space && space + beyond
    // A border, because the page's own boxes are laid out in what it surrounds.
    if (width) wanted += `;border-bottom:${width}px solid transparent!important`
    if (width && beyond) wanted += ';box-sizing:content-box!important'
    if (wanted === rules) {
      known = scrollHeight
      return
    }
    return () => {
      const before = release
      release = addSheet(document, `@media screen{:root{${wanted}}}`)
      before()
      rules = wanted
      room = space
      border = width
      known = scroller.scrollHeight
    }
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
        measure()?.()
      }
    })
  }
  /** What overflows a root of a set height grows unseen by observers; it matters when the visitor scrolls there. */
  const follow = (): void => {
    if (scroller.scrollHeight !== known) measure()?.()
  }
  // Called when all is laid out and nothing is painted yet: looking costs no layout here. The rules cost one, so the
  // page's own paint goes first.
  const resized = new ResizeObserver(() => {
    clearTimeout(timer)
    const apply = measure()
    if (apply) timer = setTimeout(apply)
  })
  resized.observe(surface)
  for (const element of [root, document.body]) resized.observe(element, { box: 'border-box' })
  addEventListener('focusin', uncover)
  addEventListener('scroll', follow, { passive: true })
  return () => {
    clearTimeout(timer)
    resized.disconnect()
    removeEventListener('focusin', uncover)
    removeEventListener('scroll', follow)
    // The answer is painted first.
    void afterNextPaint().then(release)
  }
}
