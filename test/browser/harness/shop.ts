import type { Consent } from '../../../src/api/consent.js'
import type { Options } from '../../../src/api/options.js'
import { test as base } from './index.js'

export { held, note } from './held.js'

/** Tags are released by a click, or while a returning visitor's page is still being parsed. */
export const moments = ['after a click', 'on the next visit'] as const

type Choices = { readonly [name: string]: boolean }
type Config = Omit<Options, 'categories'> & { readonly categories?: object }

export interface Shop {
  /** Puts a page with the CDN tag on the server and returns its address. */
  url(html: string, config?: Config, path?: string): string
  /** Opens it as a new visitor, up to the moment when the banner can be seen. */
  open(html: string, config?: Config): Promise<void>
  /** Opens it and agrees to everything, at that moment. */
  accept(moment: (typeof moments)[number], html: string, config?: Config): Promise<void>
  /** Opens it as a visitor who has chosen before. */
  comeBack(choices: Choices, html: string, config?: Config): Promise<void>
  /** What the page's own code would do with `askfirst.save`. */
  save(choices: Choices): Promise<void>
  /** Messages of the `askfirst:error` events of this page. */
  failures(): Promise<readonly string[]>
}

const listening = `<script>addEventListener('askfirst:error', ({ detail }) => {
  (window.failures ||= []).push(detail.message)
}, true)</script>`

export const test = base.extend<{ shop: Shop }>({
  shop: async ({ page, site, consent }, use) => {
    const shop: Shop = {
      url(html, config, path) {
        const json = JSON.stringify(config)
        const head = config ? `<script type="application/json" id="options">${json}</script>` : ''
        const tag = site.cdn(config && { 'data-config': '#options' }, { head })
        return site.page(`<title>Shop</title>${listening}${tag}<body>\n${html}`, path ? { path } : {})
      },
      async open(html, config) {
        await page.goto(shop.url(html, config))
        await consent.banner.waitFor()
      },
      async accept(moment, html, config) {
        if (moment === 'on the next visit') {
          return shop.comeBack({ preferences: true, statistics: true, marketing: true }, html, config)
        }
        await shop.open(html, config)
        await consent.accept()
      },
      async comeBack(choices, html, config) {
        const url = shop.url(html, config)
        await consent.remember(url, choices)
        // Released files delay the page's load, some tests' for ever.
        await page.goto(url, { waitUntil: 'commit' })
      },
      save: (choices) =>
        page.evaluate((it) => void (window as unknown as { askfirst: Consent }).askfirst.save(it), choices),
      failures: () =>
        page.evaluate(() => (window as unknown as { failures?: readonly string[] }).failures ?? []),
    }
    await use(shop)
  },
})
