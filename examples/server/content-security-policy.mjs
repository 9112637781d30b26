/**
 * The policy of the demo pages: scripts by nonce only, styles from files only, and the
 * third parties by name. The library needs no exception from it.
 *
 * @param {string} nonce
 * @param {{ images?: string[], frames?: string[], framed?: boolean }} [origins]
 */
export function contentSecurityPolicy(nonce, { images = [], frames = [], framed = false } = {}) {
  const directives = {
    'default-src': ["'none'"],
    'script-src': [`'nonce-${nonce}'`],
    'style-src': ["'self'"],
    'img-src': ["'self'", ...images],
    'frame-src': frames.length > 0 ? frames : ["'none'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': [framed ? "'self'" : "'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}
