import { opacityOf } from '../../browser/is-seen.js'
import { followMoves } from './follow-moves.js'
import { createShadowHost, removeCopies } from './shadow-host.js'
import type { Stand } from './stand.js'
import { isLetThrough, visiblePart } from './visible-part.js'

/** Below this, in CSS pixels, there is no room for words: tracking frames of one pixel above all. */
const SMALLEST = { width: 120, height: 60 }

/** Nothing can be read at that: a popup that is faded out, not one that fades in. */
const FADED_OUT = 0.05

/**
 * Lays the placeholder over an element that has no document to draw in, as an element beside it that takes no place:
 * nothing moves. It is as large as what is seen of the element; `--left`, `--top`, `--width` and `--height` tell it
 * where all of that is. What the page hides is hidden with it, and out of reach for the keyboard.
 */
export const standBeside: Stand = (options) => {
  const { element, shared } = options
  const { host, style, draw, end } = createShadowHost(options)
  let x = 0
  let y = 0

  const declare = (name: string, value: string): void => {
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value, 'important')
  }
  const set = (name: string, length: number): number => {
    const rounded = Math.round(length * 10) / 10
    // Writing costs a layout for each of many placeholders; where nothing has changed they share one.
    declare(name, `${rounded}px`)
    return rounded
  }

  /** Rules such as `:first-child` or `* + *` count the host, and may move things on one side of the element. */
  const put = (parent: Element): void => {
    removeCopies(parent)
    const neighbours = [element, parent, element.previousElementSibling, element.nextElementSibling]
    const shape = (): string => neighbours.map((it) => JSON.stringify(it?.getBoundingClientRect())).join()
    const before = shape()
    // Behind it, because of two that are positioned alike the later one is seen.
    element.after(host)
    if (shape() !== before) element.before(host)
  }

  /** Without offsets an absolute box lies where it would stand in the text; the rest is measured. */
  const place = (): void => {
    const parent = element.parentElement
    if (!parent) return
    if (host.parentNode !== parent) put(parent)
    const there = element.getBoundingClientRect()
    const { visibility, opacity, pointerEvents, zIndex } = getComputedStyle(element)
    const isShown =
      there.width >= SMALLEST.width &&
      there.height >= SMALLEST.height &&
      visibility === 'visible' &&
      opacityOf(element) > FADED_OUT &&
      isLetThrough(element)
    declare('display', isShown ? 'block' : 'none')
    if (!isShown) return
    const seen = visiblePart(element, host.offsetParent)
    declare('opacity', opacity)
    declare('pointer-events', pointerEvents)
    declare('z-index', zIndex)
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

  for (const [name, value] of [
    ['position', 'absolute'],
    ['overflow', 'clip'],
    ['display', 'none'],
  ] as const)
    declare(name, value)
  draw()
  place()
  host.addEventListener('focusin', bringForward)
  const stop = followMoves(element, place, shared.onMove)
  return {
    draw,
    end() {
      stop()
      end()
    },
  }
}
