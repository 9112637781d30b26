import { gatedAttributes, gatedElements } from '../../model/gated-elements.js'

/** Characters of an address that are shown. */
const LENGTH = 90

const shorten = (text: string) => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text)

/** The attribute that a tag asks by, and its address: `data-src`, `src` and their like. */
function findAddress(element: HTMLElement): readonly [attribute: string, address: string] | undefined {
  const { source = 'src' } = gatedElements[element.localName] ?? {}
  const attributes = [source, ...gatedAttributes].flatMap((name) => [`data-${name}`, name])
  return attributes
    .map((name) => [name, element.getAttribute(name) ?? ''] as const)
    .find(([, value]) => value && !/^about:/.test(value))
}

/** The address that a tag asks for. */
export const addressOf = (element: HTMLElement): string | undefined => findAddress(element)?.[1]

/** A tag as its author recognises it: `<script data-category="statistics" src="https://…">`. */
export function describeElement(element: HTMLElement): string {
  const { localName, id, dataset } = element
  const [attribute, address] = findAddress(element) ?? []
  const attributes = [
    id && `id="${id}"`,
    dataset.category !== undefined && `data-category="${dataset.category}"`,
    dataset.service && `data-service="${dataset.service}"`,
    address && `${attribute}="${shorten(address)}"`,
  ].filter(Boolean)
  const inline =
    localName === 'script' && !address
      ? shorten(`${element.textContent}`.trim().replace(/\s+/g, ' ')).slice(0, 40)
      : ''
  return `<${[localName, ...attributes].join(' ')}>${inline && `${inline}…`}`
}
