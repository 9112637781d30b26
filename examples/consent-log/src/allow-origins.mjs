/**
 * Which origins may ask: exact ones, `*` for any part of a host name or any port.
 * @param {readonly string[]} origins
 * @returns {(origin: string | undefined) => boolean} requests without an origin do not come from a page of another site
 */
export function allowOrigins(origins) {
  const patterns = origins.map((origin) => {
    if (origin === '*') return /^/
    const escaped = origin.replace(/[.[\]]/g, '\\$&')
    return new RegExp(`^${escaped.replace(/:\*$/, '(:\\d+)?').replaceAll('*', '[\\w.-]+')}$`, 'i')
  })
  return (origin) => origin === undefined || patterns.some((pattern) => pattern.test(origin))
}
