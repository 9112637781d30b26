import { addSheet } from '../../browser/style-sheets.js'

/**
 * Keeps the page behind a modal dialog from scrolling, without moving it.
 * @returns lets it scroll again
 */
export function lockScroll(): () => void {
  const { documentElement: root, body } = document
  const { overflowY, scrollbarGutter } = getComputedStyle(root)
  // With `overflow: visible` on the root the viewport takes that of the body (CSS Overflow 3
  // section 3.3). Hiding the root's would make the body a scroller of its own and unstick
  // what is sticky.
  const scroller = overflowY === 'visible' && getComputedStyle(body).overflowY !== 'visible' ? 'body' : 'html'
  const classic = innerWidth > root.clientWidth && !scrollbarGutter?.startsWith('stable')
  const gutter = classic ? 'html{scrollbar-gutter:stable!important}' : ''
  // For screens alone: on paper it would cut the page off after the first sheet.
  return addSheet(document, `@media screen{${scroller}{overflow:hidden!important}${gutter}}`)
}
