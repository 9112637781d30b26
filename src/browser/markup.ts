/** A piece of HTML before it is a string or a DOM: the one source of both. */
export type Node = string | Element

export interface Element {
  readonly tag: string
  /** Those that are `undefined` are left out. */
  readonly attributes: { readonly [name: string]: string | undefined }
  readonly children: readonly Node[]
}

/** What stands in `children` and is falsy is left out. */
export function element(
  tag: string,
  attributes: Element['attributes'],
  ...children: readonly (Node | false | null | undefined)[]
): Element {
  return { tag, attributes, children: children.filter((child): child is Node => !!child) }
}
