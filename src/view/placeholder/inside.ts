import { createShadowHost, removeCopies } from './shadow-host.js'
import type { Stand } from './stand.js'

/**
 * Puts the placeholder into an element of the page that asks for one: `<div data-category data-placeholder="Map">`,
 * where a script will build its widget. It fills the room that the page keeps there, and takes room where none is kept.
 */
export const standInside: Stand = (options) => {
  const { element } = options
  const { host, style, draw, end } = createShadowHost(options)
  for (const [name, value] of [
    ['display', 'block'],
    ['height', '100%'],
    ['min-height', 'inherit'],
  ] as const)
    style.setProperty(name, value, 'important')
  const put = (): void => {
    removeCopies(element)
    if (host.parentNode !== element) element.prepend(host)
    draw()
  }
  put()
  return { draw: put, end }
}
