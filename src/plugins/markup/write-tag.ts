import { splitName } from '../../model/names.js'

/**
 * Writes the tag that the gate reads.
 *
 * @param names all have to be granted; none: the element is not the gate's business
 * @param address where the element finds what it loads, if not in `data-src` already
 */
export function writeTag(element: HTMLElement, names: readonly string[], address?: string | null): void {
  if (!names[0]) return
  const { dataset } = element
  if (address) {
    dataset.src = address
    // What stands in for the address until consent is no address of the page's own.
    if (/^(about:blank|data:,?)?$/.test(element.getAttribute('src') ?? '-')) element.removeAttribute('src')
  }
  if (element instanceof HTMLScriptElement && element.type !== 'text/plain') element.type = 'text/plain'
  const [category, service] = splitName(names[0])
  if (names.length === 1 && service) {
    dataset.service = service
    dataset.category = category
  } else dataset.category = [...new Set(names)].join(' ')
}
