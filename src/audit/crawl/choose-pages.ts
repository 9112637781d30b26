import { isSameSite } from '../collect/party.js'

/** Endings of files that no browser shows as a page. */
const files =
  /\.(pdf|zip|gz|jpe?g|png|gif|webp|avif|svg|mp[34]|webm|docx?|xlsx?|pptx?|csv|xml|json|txt|ics|exe|dmg|rss|atom)$/i
/** Links that do what they say. */
const acts = /(log-?out|sign-?out|unsubscribe|delete|add-to-cart|\/cart\/add)/i

/**
 * Pages of one template look alike in their addresses: the same first folder, as deep, with the same parameters. In the
 * root a short name is a page of its own (`/about`), a long one an article (`/how-to-do-a-thing`).
 */
export function templateOf(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url)
  const parts = pathname.split('/').filter(Boolean)
  const [first = '', ...rest] = parts
  const shape =
    rest.length > 0 ? [first, ...rest.map(() => '*')] : first.split('-').length > 3 ? ['*'] : parts
  return `${hostname}/${shape.join('/')}?${[...new Set(searchParams.keys())].sort().join('&')}`
}

function clean(url: string, base: string): string | undefined {
  try {
    const parsed = new URL(url, base)
    if (!/^https?:$/.test(parsed.protocol)) return
    parsed.hash = ''
    return parsed.href
  } catch {
    return
  }
}

export interface Candidates {
  readonly start: string
  readonly links: readonly string[]
  readonly sitemap: readonly string[]
  readonly isAllowed: (url: string) => boolean
  readonly count: number
}

/**
 * Chooses which pages to visit: the start, then one of each template in turn, so that ten articles do not stand
 * for a whole shop. Links of the start page come before what the sitemap adds.
 */
export function choosePages({ start, links, sitemap, isAllowed, count }: Candidates): string[] {
  const { hostname } = new URL(start)
  const groups = new Map<string, string[]>()
  const seen = new Set([clean(start, start)])
  for (const link of [...links, ...sitemap]) {
    const url = clean(link, start)
    if (!url || seen.has(url)) continue
    seen.add(url)
    const { pathname, hostname: host } = new URL(url)
    if (!isSameSite(host, hostname) || files.test(pathname) || acts.test(url)) continue
    const key = templateOf(url)
    const group = groups.get(key)
    if (group) group.push(url)
    else groups.set(key, [url])
  }
  const chosen = [start]
  // Pages in the root differ more from each other than pages in one folder.
  while (chosen.length < count) {
    let isDone = true
    for (const group of groups.values()) {
      if (chosen.length >= count) break
      while (group.length > 0) {
        const url = group.shift()
        if (!url) break
        if (!isAllowed(url)) continue
        chosen.push(url)
        isDone = false
        break
      }
    }
    if (isDone) break
  }
  return chosen
}
