import type { Site } from '../../browser/harness/site.js'
import type { ConsentPage } from './consent.js'
import type { Page } from './page.js'

export interface Shop {
  /** Puts a page with the CDN tag on the server and returns its address. `config` is the tag's JSON. */
  url(html: string, config?: object, path?: string): string
  /** Opens it as a new visitor, up to the moment when the banner can be seen. */
  open(html: string, config?: object): Promise<void>
  /** Messages of the `askfirst:error` events of this page. */
  failures(): Promise<readonly string[]>
}

const listening = `<script>addEventListener('askfirst:error', ({ detail }) => {
  (window.failures ||= []).push(detail.message)
}, true)</script>`

export function createShop(site: Site, page: Page, consent: ConsentPage): Shop {
  const shop: Shop = {
    url(html, config, path = '/') {
      const json = JSON.stringify(config)
      const head = config ? `<script type="application/json" id="options">${json}</script>` : ''
      const tag = site.cdn(config && { 'data-config': '#options' }, { head })
      return site.page(`<title>Shop</title>${listening}${tag}<body>\n${html}`, { path })
    },
    async open(html, config) {
      await page.goto(shop.url(html, config))
      await consent.surface('banner')
    },
    failures: () =>
      page.evaluate(() => (window as unknown as { failures?: readonly string[] }).failures ?? []),
  }
  return shop
}
