import type { Profiles } from '../browser/open-profile.js'
import { type Robots, readRobots } from './read-robots.js'
import { readSitemaps } from './read-sitemap.js'

export interface Scouted {
  readonly robots: Robots
  readonly sitemap: readonly string[]
}

const MOST_BYTES = 20_000_000

/** Runs in a page of the site: the text behind an address, unpacked where its name says that it is packed. */
async function fetchInPage({
  url,
  most,
}: {
  readonly url: string
  readonly most: number
}): Promise<string | undefined> {
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(10_000) })
  if (!response.ok || !response.body) return
  const isPacked =
    /\.gz$/i.test(new URL(url).pathname) && !/gzip/.test(response.headers.get('content-encoding') ?? '')
  const stream = isPacked ? response.body.pipeThrough(new DecompressionStream('gzip')) : response.body
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done || text.length > most) return text
    text += value
  }
}

/**
 * Reads robots.txt and the sitemaps in a profile of its own, through the browser, so that its proxy, its names and its
 * certificates hold and no visit has their cookies. What cannot be read leaves no rules and no addresses.
 */
export async function scout(start: string, profiles: Profiles): Promise<Scouted> {
  const { origin } = new URL(start)
  const profile = await profiles.open()
  try {
    const page = await profile.context.newPage()
    await page.goto(`${origin}/robots.txt`, { timeout: 10_000 }).catch(() => {})
    const fetchText = (url: string) =>
      page.evaluate(fetchInPage, { url, most: MOST_BYTES }).catch(() => undefined)
    const robots = readRobots((await fetchText(`${origin}/robots.txt`)) ?? '')
    const starts = robots.sitemaps.length > 0 ? robots.sitemaps : [`${origin}/sitemap.xml`]
    return { robots, sitemap: await readSitemaps(starts, fetchText) }
  } finally {
    await profile.close()
  }
}
