import { readCookies } from './cookie-header.mjs'

/** Expires every cookie of this host, host-only and domain-wide, and goes back to the page. */
export function startOver(request, response, host, page) {
  const names = [...readCookies(request).keys()]
  response.writeHead(303, {
    location: page,
    'cache-control': 'no-store',
    'set-cookie': names.flatMap((name) => [
      `${name}=; Path=/; Max-Age=0`,
      `${name}=; Path=/; Max-Age=0; Domain=${host}`,
    ]),
  })
  response.end()
}
