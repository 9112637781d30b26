import { test as base } from 'vitest'
import { answerCdn } from '../../browser/harness/cdn.js'
import { answerEndpoint } from '../../browser/harness/endpoints.js'
import { createServer, type Server } from '../../browser/harness/server.js'
import { createSite, type Site } from '../../browser/harness/site.js'
import { type ConsentPage, createConsentPage } from './consent.js'
import { createPage, type Page } from './page.js'
import { createProxy } from './proxy.js'
import { openSession } from './session.js'
import { createShop, type Shop } from './shop.js'

export { expect } from 'vitest'
export { held, note } from '../../browser/harness/held.js'

interface Fixtures {
  server: Server
  /** The server's pages and third parties, as in the Playwright suite; any host name, http and https. */
  site: Site
  page: Page
  consent: ConsentPage
  shop: Shop
}

/** Every test has a server and a browser of its own: nothing of another visit is left in either. */
export const test = base.extend<Fixtures>({
  // vitest insists on a destructuring pattern, and an empty one reads like a mistake.
  server: async ({ task: _ }, use) => {
    const server = await createServer([answerEndpoint, answerCdn])
    await use(server)
    await server.close()
  },
  site: async ({ server }, use) => use(createSite(server, false, new Map())),
  page: async ({ task: _ }, use) => {
    const proxy = await createProxy()
    try {
      const session = await openSession(proxy.port)
      await use(createPage(session.driver))
      await session.close()
    } finally {
      await proxy.close()
    }
  },
  consent: async ({ page }, use) => use(createConsentPage(page)),
  shop: async ({ site, page, consent }, use) => use(createShop(site, page, consent)),
})
