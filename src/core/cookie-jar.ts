/** The page's cookies as the browser shows them; none where it refuses (sandbox, opaque origin). */
export function readCookies(): [name: string, value: string][] {
  try {
    return document.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    })
  } catch {
    return []
  }
}

/**
 * Removes a cookie wherever it can have been set. The browser removes one only
 * for the very domain and path it was set with (RFC 6265 section 5.3), and neither
 * can be read: so host-only, the host, every parent domain and every path of the
 * URL are tried. HttpOnly cookies are out of reach, public suffixes are ignored.
 */
export function removeCookie(
  name: string,
  extra: { readonly domain?: string | undefined; readonly path?: string | undefined },
): void {
  const { hostname, pathname, protocol } = location
  const labels = hostname.split('.')
  const domains = labels.slice(1).map((_, index) => labels.slice(index).join('.'))
  const paths = pathname.split('/').flatMap((_, index, parts) => {
    const path = parts.slice(0, index + 1).join('/')
    return [path, `${path}/`]
  })
  for (const domain of new Set([undefined, extra.domain, ...domains])) {
    for (const path of new Set([extra.path ?? '/', ...paths])) {
      if (!path) continue
      // By hand, because js-cookie encodes names and others do not. The prefixes `__Secure-` and
      // `__Host-` need `Secure` for a removal too (RFC 6265bis section 4.1.3).
      document.cookie = `${name}=;max-age=0;path=${path}${domain ? `;domain=${domain}` : ''}${
        protocol === 'https:' ? ';secure' : ''
      }`
    }
  }
}
