import { addSheet } from '../../browser/style-sheets.js'

/**
 * Keeps what has the focus out from under the banner (WCAG 2.4.11), and the page's last lines too:
 * the page scrolls clear of it, if it scrolls at all (one that does not would get a scroll bar and
 * move). Where scrolling cannot help, the banner goes to the other side.
 * @param flip moves the banner to the other side
 * @returns lets the page scroll as it did
 */
export function keepClear(banner: HTMLElement, flip: () => void): () => void {
  let release = (): void => {}
  const measure = (): void => {
    release()
    const { scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement
    const { top, bottom, height } = banner.getBoundingClientRect()
    if (!height) return
    const above = Math.ceil(bottom)
    const below = Math.ceil(innerHeight - top)
    let rules = `scroll-padding-top:${above}px!important}`
    if (above >= below) {
      rules = `scroll-padding-bottom:${below}px!important}`
      if (scrollHeight > clientHeight) rules += `:root::after{content:"";display:block;height:${below}px}`
    }
    release = addSheet(document, `@media screen{:root{${rules}}`)
  }
  const uncover = ({ target }: Event): void => {
    // The browser scrolls to what it focuses, before this frame is painted at the latest.
    requestAnimationFrame(() => {
      const over = banner.getBoundingClientRect()
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
  const resized = new ResizeObserver(measure)
  resized.observe(banner)
  addEventListener('focusin', uncover)
  return () => {
    resized.disconnect()
    removeEventListener('focusin', uncover)
    release()
  }
}
