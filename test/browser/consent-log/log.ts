import type { Page } from '@playwright/test'
import type { Receipt } from 'askfirst/plugins/consent-log'
import { test as base } from '../harness/index.js'
import type { Answer, LoggedRequest } from '../harness/server.js'

declare global {
  interface Window {
    /** What `consentLog` is given on these pages. */
    log: object
  }
}

const source = `
  import { createConsent } from 'askfirst'
  import { consentLog } from 'askfirst/plugins/consent-log'
  window.consent = createConsent({
    policy: { version: '2024-10-01', url: '/cookies' },
    reload: document.documentElement.dataset.reload ?? 'never',
    view: () => import('askfirst/view'),
    plugins: [consentLog(window.log)],
  })
  window.consent.start()`

interface PageOptions {
  /** JavaScript of what `consentLog` is given. @default the endpoint */
  readonly log?: string
  readonly html?: string
  readonly path?: string
  readonly csp?: (endpoint: string) => string
}

export interface Log {
  readonly endpoint: string
  /** From now on the endpoint answers like this. @default 204 */
  answer(answer: Answer): void
  /** Receipts that reached the endpoint, oldest first. */
  receipts(): readonly Receipt[]
  requests(): readonly LoggedRequest[]
  /** Puts a page of the shop on the server and returns its address. */
  page(options?: PageOptions): Promise<string>
  /** Keys of what the page's origin keeps in local storage. */
  stored(page: Page): Promise<readonly string[]>
}

/** Pages opened from now on believe that it is `milliseconds` later. */
export async function letTimePass(page: Page, milliseconds: number): Promise<void> {
  await page.addInitScript((offset) => {
    const now = Date.now
    Date.now = () => now() + offset
  }, milliseconds)
}

/** Longer than the plugin waits before it sends. */
export const pause = (page: Page) => page.waitForTimeout(1400)

export const test = base.extend<{ log: Log }>({
  log: async ({ site, server }, use) => {
    let current: Answer = { status: 204 }
    const endpoint = site.url('/receipts', { host: 'log.test' })
    server.route(({ host, path }) => {
      if (host !== 'log.test' || path !== '/receipts') return undefined
      const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' }
      return { ...current, headers: { ...open, ...current.headers } }
    })
    const requests = () => site.requests({ host: 'log.test', path: '/receipts' })
    await use({
      endpoint,
      answer(answer) {
        current = answer
      },
      requests,
      receipts: () => requests().map(({ body }) => JSON.parse(body)),
      async page({
        log = `{ endpoint: '${endpoint}', hash: 'sha256-texts' }`,
        html = '',
        path = '/',
        csp,
      } = {}) {
        const tag = await site.bundle(source, { attributes: { nonce: 'n' } })
        const head = `<title>Shop</title><script nonce="n">window.log = ${log}</script>${tag}`
        return site.page(`${head}<body><h1>Shop</h1>${html}`, { path, csp: csp?.(new URL(endpoint).origin) })
      },
      stored: (page) => page.evaluate(() => Object.keys(localStorage)),
    })
  },
})
