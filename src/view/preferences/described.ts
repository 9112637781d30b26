import { h, type VNode } from 'preact'
import type { Element } from '../../browser/markup.js'

/** A described element as preact draws it, for the parts that the dialog shares with the banner. */
export function described({ tag, attributes, children }: Element): VNode {
  return h(
    tag,
    attributes,
    children.map((child) => (typeof child === 'string' ? child : described(child))),
  )
}
