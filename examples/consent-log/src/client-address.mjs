/**
 * The visitor's address, for the rate limit and nothing else. Only what one's own proxies have added to
 * `X-Forwarded-For` counts; the rest is what anybody may write.
 */
export function clientAddress(request, trustedProxies) {
  const direct = request.socket.remoteAddress ?? ''
  if (!trustedProxies) return direct
  const hops = (request.headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim())
  return withoutPort(hops.at(-trustedProxies) ?? '') || direct
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`: each connection would be a visitor of its own. */
function withoutPort(hop) {
  const [, six, four] = /^(?:\[(.+)\]|([\d.]+))(?::\d+)?$/.exec(hop) ?? []
  return six ?? four ?? hop
}
