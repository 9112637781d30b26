import { writePage } from './page.mjs'
import { countProcessorTime } from './processor-time.mjs'
import { slow4G } from './throttle.mjs'

/**
 * Opens pages as visitors of one library: each visit in a context of its own,
 * so with a cold cache, unless it is given one.
 */
export function createVisits(browser, server, library) {
  const open = []
  let remembered

  async function visit(content, { count, network, slowdown, context, init, onOpen, wait = 'load' } = {}) {
    const own = context ?? (await browser.newContext({ viewport: { width: 1280, height: 720 } }))
    if (!context) open.push(own)
    const page = await own.newPage()
    const cdp = await own.newCDPSession(page)
    await countProcessorTime(cdp)
    if (network === 'slow 4G') {
      await cdp.send('Network.enable')
      await cdp.send('Network.emulateNetworkConditions', slow4G)
    }
    if (slowdown) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await onOpen?.(cdp)
    if (init) await page.addInitScript(...init)
    await page.goto(server.page(writePage(library, content, count)), { waitUntil: wait })
    return { page, cdp, context: own }
  }

  async function accept({ page }) {
    if (library.ready)
      await page
        .locator(library.ready)
        .first()
        .waitFor({ timeout: 3000 })
        .catch(() => {})
    await page.locator(library.accept).first().click()
  }

  return {
    browser,
    library,
    visit,
    accept,
    /** A context of a visitor who has agreed before, its cache cold. */
    async returning() {
      if (!remembered) {
        const first = await visit('')
        await accept(first)
        remembered = await first.context.cookies()
        if (!remembered[0]) throw new Error(`${library.name} has stored no choice.`)
      }
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
      open.push(context)
      await context.addCookies(remembered)
      return context
    },
    async close() {
      for (const context of open.splice(0)) await context.close()
    },
  }
}
