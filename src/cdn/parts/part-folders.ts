/** Relative to our own file, by `import()`: to where redirects have led, which no other way can tell. */
export const RELATIVE = './'

/** `…/askfirst`, `…/askfirst@1`, with or without a slash: the address of a package, not of a file in it. */
const PACKAGE = /\/askfirst(@[^/]*)?\/?$/

/** `…/askfirst@1/`: a folder that may hold another version tomorrow. */
const RANGE = /\/askfirst@[^/]+(?=\/)/

interface OwnFile {
  readonly tag: Pick<HTMLScriptElement, 'src'> | undefined
  readonly version: string
  /** Folder that the page names (`data-parts`). */
  readonly named: string | undefined
}

/** The folders in which parts of this version are looked for, the surest first. None where the page does not say. */
export function partFolders({ tag, version, named }: OwnFile): readonly string[] {
  if (named) return [new URL(`${named}/`.replace(/\/+$/, '/'), document.baseURI).href]
  const address = tag?.src.replace(/[?#].*/, '')
  // Without a tag a module has imported our file. A tag without address holds a copy, whose place nobody knows.
  if (!address) return tag ? [] : [RELATIVE]
  const exact = `/askfirst@${version}`
  // What a package CDN answers there lies deeper in the package; beside it lie other packages.
  if (PACKAGE.test(address)) return [address.replace(PACKAGE, `${exact}/dist/cdn/`)]
  const folder = address.replace(/[^/]*$/, '')
  const pinned = folder.replace(RANGE, exact)
  return pinned === folder ? [RELATIVE, folder] : [pinned, RELATIVE, folder]
}
