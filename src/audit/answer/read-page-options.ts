import type { Page } from 'playwright-core'
import { plainOptions, type SiteOptions } from './site-options.js'

export interface PageOptions {
  readonly options: SiteOptions
  /** Hosts that tagged elements lead to, with the category of the tag. */
  readonly hosts: { readonly [host: string]: string }
}

/** Text of an expression that is evaluated in the page. `askfirst` leaves itself on the document for tools. */
const expression = `(() => {
  const consent = document[Symbol.for('askfirst')]?.consent
  if (!consent) return null
  const hosts = {}
  for (const element of document.querySelectorAll('[data-category]')) {
    const [category] = element.getAttribute('data-category').split(/[\\s|]+/)
    const address = element.getAttribute('data-src') || element.getAttribute('src') || element.getAttribute('data-href') || element.getAttribute('data-data')
    if (!address || category.startsWith('!')) continue
    try {
      const { hostname } = new URL(address, document.baseURI)
      if (hostname !== location.hostname) hosts[hostname] ??= category
    } catch {}
  }
  return { options: (${plainOptions.toString()})(consent.options), hosts }
})()`

/** The options of the askfirst that runs on a page, or `undefined` where none does. */
export async function readPageOptions(page: Page): Promise<PageOptions | undefined> {
  const read = (await page.evaluate(expression).catch(() => null)) as PageOptions | null
  return read ?? undefined
}
