import { closest } from './did-you-mean.js'

/** Attributes of the tag of our own file, without `data-`. */
const attributes =
  'categories policy-url policy-version locale cookie-name cookie-domain cookie-days layout position theme config region services start actions nonce parts'.split(
    ' ',
  )

/**
 * Compares the names in the `dataset` of our own tag with those there are. Loaders and optimisers add attributes
 * of their own: only what is close to one of ours is spoken about.
 * @returns a sentence for each that is misspelt
 */
export function checkAttributes(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const meant = attributes.includes(written) ? undefined : closest(written, attributes)
    return meant ? [`data-${written}: there is no such attribute. Did you mean "data-${meant}"?`] : []
  })
}
