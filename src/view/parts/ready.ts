import { onMove } from './moves.js'

/** Milliseconds a surface has to have been where it is before a press on it can be meant for it. */
const DELAY = 250

/**
 * Keeps a press from accepting that was meant for something else: one that began before the surface had been
 * there for 250 ms, or before it has lain still for as long after a move. `data-guard` is on the surface until then
 * (clicks that give consent do nothing), `data-ready` from then on.
 *
 * @param placed what moves on the page; the frame where the surface is in one
 * @returns stops
 */
export function guardPresses(surface: HTMLElement, placed: Element = surface): () => void {
  const life = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReady = false
  let isPressed = false

  const set = (is: boolean): void => {
    isReady = is
    surface.toggleAttribute('data-ready', is)
    surface.toggleAttribute('data-guard', !is)
  }
  /** A press that began too early keeps the guard up until its click has passed. */
  const wait = (): void => {
    set(false)
    clearTimeout(timer)
    if (!isPressed) timer = setTimeout(set, DELAY, true)
  }
  const press = (event: Event): void => {
    if ((event as KeyboardEvent).repeat || !event.composedPath().includes(surface)) return
    isPressed = true
    if (!isReady) clearTimeout(timer)
  }
  const release = (): void => {
    if (!isPressed) return
    isPressed = false
    if (!isReady) wait()
  }

  const view = surface.ownerDocument.defaultView as Window
  const options = { capture: true, signal: life.signal }
  for (const type of ['pointerdown', 'keydown']) view.addEventListener(type, press, options)
  for (const type of ['pointerup', 'pointercancel', 'keyup']) view.addEventListener(type, release, options)
  wait()
  const stop = onMove(placed, wait)
  return () => {
    stop()
    life.abort()
    clearTimeout(timer)
  }
}
