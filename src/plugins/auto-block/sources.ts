/** Where each element keeps the address it asks. */
export const SOURCES: { readonly [localName: string]: string } = {
  script: 'src',
  iframe: 'src',
  img: 'src',
  video: 'src',
  audio: 'src',
  source: 'src',
  track: 'src',
  embed: 'src',
  link: 'href',
  object: 'data',
}

/** The classes that have those as properties. */
export const CLASSES: readonly (readonly [name: string, property: string])[] = [
  ...['Script', 'IFrame', 'Image', 'Media', 'Source', 'Track', 'Embed'].map((name) => [name, 'src'] as const),
  ['Link', 'href'],
  ['Object', 'data'],
]

export const SELECTOR = Object.entries(SOURCES)
  .map(([name, source]) => `${name}[${source}]`)
  .join()

export const sourceOf = (element: Element): string => SOURCES[element.localName] as string
