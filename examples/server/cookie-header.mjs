/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Map<string, string>} the cookies that came with it, by name
 */
export function readCookies(request) {
  const pairs = (request.headers.cookie ?? '').split(/; */).filter(Boolean)
  return new Map(
    pairs.map((pair) => {
      const [name, ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
}

/**
 * Browsers take a cookie in a cross-site answer only with `SameSite=None; Secure`
 * (RFC 6265bis, section 5.7), and count http://*.localhost as secure enough. Where
 * third-party cookies are off, as in private windows, `Partitioned` ones still work.
 */
export function writeCookie(name, value, { days, thirdParty }) {
  const parts = [
    `${name}=${value}`,
    'Path=/',
    thirdParty ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax',
  ]
  if (days !== undefined) parts.push(`Max-Age=${days * 86400}`)
  return parts.join('; ')
}
