import { readNative } from '../browser/read-native.js'
import type { Settings } from '../model/settings.js'

/**
 * The nonce of the tag that runs now; of a module, which the browser does not name, that of the first script that
 * has one. Content that others add comes behind the page's own head.
 */
export function readOwnNonce(): string {
  if (typeof document === 'undefined') return ''
  const tag =
    readNative(document, 'currentScript') ?? document.querySelector('script[nonce]:not([data-category])')
  return (tag as HTMLElement | null)?.nonce ?? ''
}

/** The nonce that option `nonce` demands of scripts. '' demands none. */
export const nonceOf = (option: Settings['nonce'], own: string): string =>
  typeof option === 'string' ? option : option === false ? '' : own
