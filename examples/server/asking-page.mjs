/**
 * Which demo page made the browser send this request. A frame's own requests name
 * the frame as their referrer, so it passes the page on as `?page=`.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {URL} url
 * @param {readonly string[]} pages hosts of the demo pages
 * @returns {string} its host, or an empty text
 */
export function askingPage(request, url, pages) {
  const named = url.searchParams.get('page') ?? ''
  if (pages.includes(named)) return named
  const referrer = request.headers.referer ?? ''
  const host = URL.canParse(referrer) ? new URL(referrer).hostname : ''
  return pages.includes(host) ? host : ''
}
