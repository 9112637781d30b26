import { getDomain } from 'tldts'

/** The registrable domain of a host by the public suffix list, or the host itself where it has none. */
export function siteOf(host: string): string {
  const name = host.replace(/^\./, '').toLowerCase()
  // Private suffixes too: two projects on one host of pages are two sites.
  return getDomain(name, { allowPrivateDomains: true }) ?? name
}

export const isSameSite = (a: string, b: string) => siteOf(a) === siteOf(b)

/** Host name of an address, empty where it has none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}
