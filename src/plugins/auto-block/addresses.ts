import { gatedAttributes, gatedElements } from '../../model/gated-elements.js'

/** What asks for an address beside the source of a gated element. */
const further: { readonly [localName: string]: readonly string[] } = {
  img: ['srcset'],
  source: ['srcset'],
  video: ['poster'],
  link: ['imagesrcset'],
  input: ['src'],
  a: ['ping'],
  area: ['ping'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  feImage: ['href', 'xlink:href'],
}

const names = [...new Set([...Object.keys(gatedElements), ...Object.keys(further)])]

const listOf = (localName: string): readonly string[] => [
  ...(gatedElements[localName] ? [gatedElements[localName].source] : []),
  ...(further[localName] ?? []),
]

/** Attributes by which each kind of element asks. */
export const asking: { readonly [localName: string]: readonly string[] } = Object.fromEntries(
  names.map((name) => [name, listOf(name)]),
)

/** Properties that write those attributes, by the class that has them. */
export const properties: readonly (readonly [className: string, property: string])[] = [
  ...Object.values(gatedElements).map((it) => [it.class, it.source] as const),
  ['Image', 'srcset'],
  ['Source', 'srcset'],
  ['Video', 'poster'],
  ['Link', 'imageSrcset'],
  ['Input', 'src'],
  ['Anchor', 'ping'],
  ['Area', 'ping'],
]

/** Elements that may ask, and scripts, whose code may. `*|href` is `xlink:href` too. */
export const SELECTOR = names
  .flatMap((name) => listOf(name).map((it) => `${name}[${it.replace('xlink:', '*|')}]`))
  .concat('script')
  .join()

/** Markup that has such an element or an inline script. */
export const MAY_ASK = new RegExp(
  `<(${names.filter((name) => !/^a(rea)?$/.test(name)).join('|')})\\b|\\sping\\b`,
  'i',
)

/** Whether the gate can block the element by `data-<attribute>`, or the script by its type. */
export const isGated = ({ localName, namespaceURI }: Element, attribute: string): boolean =>
  !!gatedElements[localName] &&
  !!namespaceURI?.endsWith('html') &&
  gatedAttributes.includes(attribute as never)

/** The addresses in the value of an attribute: several in `srcset`, `imagesrcset` and `ping`. */
export const addressesIn = (attribute: string, value: unknown): readonly unknown[] =>
  /srcset$|^ping$/.test(attribute)
    ? `${value}`.split(/[\s,]+/).filter((it) => it && !/^[\d.]+[wxh]$/.test(it))
    : [value]

/**
 * Addresses that an inline script asks for by itself: those it imports, where it spells them out, and those of
 * speculation rules (https://html.spec.whatwg.org/multipage/speculative-loading.html).
 */
export function addressesInScript({ text, type }: HTMLScriptElement): readonly string[] {
  const pattern =
    type === 'speculationrules'
      ? /"((?:https?:)?\/\/[^"]+)"/g
      : /\bimport\b[\s({*}\w,$]*['"`]((?:https?:)?\/\/[^'"`]+)/g
  return [...text.matchAll(pattern)].map((match) => `${match[1]}`)
}
