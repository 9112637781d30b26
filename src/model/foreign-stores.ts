import type { ForeignStores } from './importer.js'

/** Gives importers the cookies of a `Cookie` header or of `document.cookie`. */
export function foreignStores(
  cookieHeader: string | null | undefined,
  item: ForeignStores['item'] = () => undefined,
): ForeignStores {
  const cookies = (cookieHeader ?? '').split(/; ?/).map((pair): [string, string] => {
    const at = pair.indexOf('=')
    return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1)]
  })
  return {
    cookies,
    // The browser sends the cookie of the longest path first (RFC 6265 section 5.4).
    cookie: (name) => cookies.find(([key]) => key === name)?.[1],
    item,
  }
}
