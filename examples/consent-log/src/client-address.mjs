/**
 * The visitor's address, for the rate limit and nothing else. Only what one's own proxies have added to
 * `X-Forwarded-For` counts; the rest is what anybody may write.
 */
export function clientAddress(request, trustedProxies) {
  const direct = request.socket.remoteAddress ?? ''
  if (!trustedProxies) return direct
  const hops = (request.headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedProxies) || direct
}
