/** The page's cookies as the browser shows them; none where it refuses (sandbox, opaque origin). */
export function readCookies(): [name: string, value: string][] {
  try {
    return document.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      // Without `=` it is all value (RFC 6265bis section 5.5).
      return [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)]
    })
  } catch {
    return []
  }
}

/** Sandboxed documents throw on every access; reading back tells the same. */
export function writeCookie(cookie: string): void {
  try {
    document.cookie = cookie
  } catch {}
}

interface Place {
  readonly domain?: string | undefined
  readonly path?: string | undefined
}

/**
 * Removes a cookie wherever it can have been set. The browser removes one only
 * for the very domain and path it was set with (RFC 6265 section 5.3), and neither
 * can be read: so host-only, the host, every parent domain and every path of the
 * URL are tried. HttpOnly cookies are out of reach, public suffixes are ignored.
 *
 * @param extra a domain and a path that the page's address does not show
 * @param isOfHost leaves the cookies of parent domains alone
 */
export function removeCookie(name: string, extra: Place, isOfHost = false): void {
  const { hostname, pathname, protocol } = location
  const labels = hostname.split('.')
  const parents = labels.slice(1).map((_, index) => labels.slice(index).join('.'))
  const domains = isOfHost ? [hostname] : [extra.domain ?? '', ...parents]
  const paths = [pathname, extra.path ?? '/'].flatMap((path) =>
    path.split('/').flatMap((_, index, parts) => {
      const part = parts.slice(0, index + 1).join('/')
      return [part, `${part}/`]
    }),
  )
  // A partitioned cookie is another one, which only a partitioned removal meets (CHIPS).
  const flags = protocol === 'https:' ? [';secure', ';secure;partitioned'] : ['']
  for (const domain of new Set(['', ...domains])) {
    // A `;` would begin an attribute of the site's choice. Cookies of such a path have it by default, without
    // an attribute: the empty one removes them.
    for (const path of new Set(paths.map((it) => (it.includes(';') ? '' : it)))) {
      for (const flag of flags) {
        // By hand, because js-cookie encodes names and others do not. The prefixes `__Secure-` and
        // `__Host-` need `Secure` for a removal too (RFC 6265bis section 4.1.3).
        const place = (path && `;path=${path}`) + (domain && `;domain=${domain}`)
        writeCookie(`${name}=;max-age=0${place}${flag}`)
      }
    }
  }
}
