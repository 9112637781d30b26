import type { Node } from '../../browser/markup.js'

/** Writes elements as a browser serialises them (https://html.spec.whatwg.org/#html-fragment-serialisation-algorithm). */
export function toHtml(node: Node): string {
  if (typeof node === 'string') return escapeText(node)
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeText(`${value}`).replaceAll('"', '&quot;')}"`)
  return `<${node.tag}${attributes.join('')}>${node.children.map(toHtml).join('')}</${node.tag}>`
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
