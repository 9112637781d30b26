/** A sitemap has 50,000 addresses at most (https://www.sitemaps.org/protocol.html), and an index as many sitemaps. */
const MOST_ADDRESSES = 50_000
const MOST_FILES = 20

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decode = (text: string) =>
  text
    .replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .trim()

/** The addresses in a sitemap or in an index of sitemaps. What is neither has none. */
export function readLocations(xml: string): { readonly isIndex: boolean; readonly urls: string[] } {
  const urls: string[] = []
  for (const [, location = ''] of xml.matchAll(/<loc>([\s\S]{1,4000}?)<\/loc>/gi)) {
    if (urls.length >= MOST_ADDRESSES) break
    urls.push(decode(location))
  }
  return { isIndex: /<sitemapindex\b/i.test(xml), urls }
}

/** Reads sitemaps and those that they name, breadth first, up to a bound. */
export async function readSitemaps(
  starts: readonly string[],
  fetchText: (url: string) => Promise<string | undefined>,
): Promise<string[]> {
  const found = new Set<string>()
  const queue = [...starts]
  const read = new Set<string>()
  while (queue.length > 0 && read.size < MOST_FILES && found.size < MOST_ADDRESSES) {
    const next = queue.shift()
    if (!next || read.has(next)) continue
    read.add(next)
    const { isIndex, urls } = readLocations((await fetchText(next)) ?? '')
    if (isIndex) queue.push(...urls)
    else for (const url of urls.slice(0, MOST_ADDRESSES - found.size)) found.add(url)
  }
  return [...found]
}
