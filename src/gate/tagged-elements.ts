import { gatedAttributes, gatedElements } from '../model/gated-elements.js'

const kinds = Object.keys(gatedElements).filter((name) => name !== 'script')

// No other element is touched: shops put `data-category="shoes"` on product cards.
/** Elements that can be blocked again after their release; a script that has run cannot. */
export const BLOCKABLE = ['template', ...kinds].map((name) => `${name}[data-category]`).join()

export const SELECTOR = `script[data-category],${BLOCKABLE}`

/** Most of what comes into a page is neither tagged nor holds what is; this has to be quick. */
export function isTagged(node: Node, aliases: string): node is Element {
  const selector = `[data-category]${aliases}`
  return node instanceof Element && (node.matches(selector) || !!node.querySelector(selector))
}

export const isPlayer = ({ localName }: Element): boolean => !!gatedElements[localName]?.isPlayer

export const WATCHED = [
  'type',
  'src',
  'data-category',
  'data-service',
  'data-shown',
  ...gatedAttributes.map((name) => `data-${name}`),
]
