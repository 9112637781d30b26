import { readNative } from '../browser/read-native.js'

/**
 * Whether an attribute may be set: a sanitizer that took `javascript:` out of `src` has left `data-src` as it was.
 * Parsed as the browser parses it, which ignores control characters (https://url.spec.whatwg.org/#url-parsing).
 */
export function isSafeAddress(element: Element, name: string, value: string): boolean {
  // An address begins behind white space or a comma; descriptors such as `2x` parse as relative addresses.
  const isSet = name.endsWith('srcset')
  const isPicture = isSet || name === 'poster' || element.localName === 'img'
  return (isSet ? value.split(/[\s,]+/) : [value]).every((address) => {
    try {
      const { protocol, origin } = new URL(address, readNative(document, 'baseURI'))
      if (protocol === 'blob:') return origin === location.origin
      if (protocol === 'data:') return isPicture
      return protocol !== 'javascript:' && (/^https?:$/.test(protocol) || protocol === location.protocol)
    } catch {
      return false
    }
  })
}
