import { cdnFolder, cdnHost } from '../harness/cdn.js'
import { test } from '../harness/shop.js'

/** A shop whose first script is the guard: `stats.test` waits for statistics, `video.test` for marketing. */
export const guarded = test.extend<{
  open: (html: string, choices?: { readonly [name: string]: boolean }, csp?: string) => Promise<void>
}>({
  open: async ({ page, site, consent }, use) => {
    await use(async (html, choices, csp) => {
      const guard = site.url(`${cdnFolder}auto-block.js`, { host: cdnHost })
      const nonce = csp ? ' nonce="n"' : ''
      const options = {
        reload: 'never',
        categories: {
          necessary: { required: true, cookies: [{ name: 'session' }] },
          marketing: {},
          statistics: { cookies: [{ name: '_ga*' }, { name: 'visits', kind: 'local-storage' }] },
        },
      }
      const head = `<title>Shop</title><script${nonce} src="${guard}" data-rules="stats.test=statistics www.shop.test/work=statistics video.test=marketing"></script>
        <script type="application/json" id="options">${JSON.stringify(options)}</script>`
      const tag = site.cdn({ 'data-config': '#options', ...(csp && { nonce: 'n' }) }, { head })
      const address = JSON.stringify(site.url('', { host: 'stats.test' }).replace(/\/$/, ''))
      const url = site.page(
        `${tag}<body><div id="box"></div><script${nonce}>window.address = ${address}</script>${html}`,
        csp ? { csp } : {},
      )
      if (choices) await consent.remember(url, choices)
      await page.goto(url, { waitUntil: 'commit' })
      if (!choices) await consent.banner.waitFor()
    })
  },
})
