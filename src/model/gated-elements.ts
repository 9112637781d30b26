/** How an element that loads by an attribute is blocked and released. */
export interface GatedElement {
  /** Keeps the address that is asked for. */
  readonly source: string
  /** Name of its class without `HTML` and `Element`, where the property of `source` is. */
  readonly class: string
  /** Has a page of its own: a new address by navigation would add to the history. */
  readonly isEmbed?: true
  /** Takes room of the page, where a placeholder can stand. */
  readonly isPlayer?: true
}

/** Every kind of element that the gate blocks by an attribute. A new kind is a row here. */
export const gatedElements: { readonly [localName: string]: GatedElement } = {
  script: { source: 'src', class: 'Script' },
  iframe: { source: 'src', class: 'IFrame', isEmbed: true, isPlayer: true },
  img: { source: 'src', class: 'Image' },
  video: { source: 'src', class: 'Media', isPlayer: true },
  audio: { source: 'src', class: 'Media', isPlayer: true },
  source: { source: 'src', class: 'Source' },
  track: { source: 'src', class: 'Track' },
  embed: { source: 'src', class: 'Embed', isEmbed: true, isPlayer: true },
  link: { source: 'href', class: 'Link' },
  object: { source: 'data', class: 'Object', isEmbed: true, isPlayer: true },
}

/**
 * Attributes that load or run, each blocked as `data-<name>`. WebKit asks for `src` the moment it is set:
 * `srcset` comes before it on the way in, and goes after it on the way out, or one picture is fetched twice.
 */
export const gatedAttributes = ['imagesrcset', 'srcset', 'src', 'srcdoc', 'poster', 'href', 'data'] as const

/** Whether an element has no address of its own, but asks for a placeholder until its scripts may run. */
export const isWidget = ({ localName, dataset }: HTMLElement): boolean =>
  dataset.placeholder !== undefined && !Object.hasOwn(gatedElements, localName)
