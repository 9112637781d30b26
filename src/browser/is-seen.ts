import { readNative } from './read-native.js'

/** Fainter than this, text is seen by chance at most. */
const LEAST_OPACITY = 0.25

/** In CSS pixels: the usual "for screen readers only" is a box of one. */
const LEAST_SIZE = 8

interface Point {
  readonly clientX: number
  readonly clientY: number
}

const windowOf = ({ ownerDocument }: Element) =>
  readNative(ownerDocument, 'defaultView') as Window & typeof globalThis

/** What an element shows through of itself and of all that is painted around it in its document. */
export function opacityOf(element: Element): number {
  let opacity = 1
  for (let node: Element | null = element; node; ) {
    const style = windowOf(node).getComputedStyle(node)
    opacity *= Number(style.opacity)
    for (const [, shown] of style.filter.matchAll(/opacity\((.*?)\)/g)) opacity *= Number(shown)
    // The top layer is painted beside the page, whatever the page does to what is around it.
    if (readNative(node, 'matches').call(node, ':is(:popover-open, :modal)')) break
    node =
      readNative(node, 'assignedSlot') ??
      readNative(node, 'parentElement') ??
      (readNative(node, 'getRootNode').call(node) as Partial<ShadowRoot>).host ??
      null
  }
  return opacity
}

/** Whether nothing lies over an element at a point: asked in each tree, because Firefox looks no further than its own. */
function isHit(element: Element, x: number, y: number): boolean {
  for (let node: Element | undefined = element; node; ) {
    const root = node.getRootNode() as Document | ShadowRoot
    if (!node.contains(readNative(root, 'elementFromPoint').call(root, x, y))) return false
    node = (root as Partial<ShadowRoot>).host
  }
  return true
}

/**
 * Whether a visitor can see the control that was pressed: it is visible, not faded out, and on top at the point of
 * the press; at its centre where the keyboard or a label pressed it. Also through frames of this origin.
 */
export function isSeen(control: Element, { clientX, clientY }: Point): boolean {
  const lines = [...control.getClientRects()]
  const pressed = lines.find(
    ({ left, right, top, bottom }) =>
      clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
  )
  const line = pressed ?? lines[0]
  if (!line || line.width < LEAST_SIZE || line.height < LEAST_SIZE) return false
  let x = pressed ? clientX : line.left + line.width / 2
  let y = pressed ? clientY : line.top + line.height / 2
  for (let element: HTMLElement | null = control as HTMLElement; element; ) {
    const view = windowOf(element)
    const isVisible = view.getComputedStyle(element).visibility === 'visible'
    if (!isVisible || opacityOf(element) < LEAST_OPACITY) return false
    // A pointer has hit the frame already, and a frame may be turned.
    if (!(pressed && element !== control) && !isHit(element, x, y)) return false
    const frame: HTMLElement | null = view.frameElement as HTMLElement | null
    if (frame) {
      const { left, top, width } = frame.getBoundingClientRect()
      const { paddingLeft, paddingTop } = windowOf(frame).getComputedStyle(frame)
      const scale = width / frame.offsetWidth
      x = left + (frame.clientLeft + Number.parseFloat(paddingLeft) + x) * scale
      y = top + (frame.clientTop + Number.parseFloat(paddingTop) + y) * scale
    }
    element = frame
  }
  return true
}
