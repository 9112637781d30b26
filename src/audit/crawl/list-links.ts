import type { Page } from 'playwright-core'

/** Addresses of the links of a page, in document order. */
export function listLinks(page: Page): Promise<string[]> {
  return page
    .evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, 5000).map(({ href }) => href),
    )
    .catch(() => [])
}
