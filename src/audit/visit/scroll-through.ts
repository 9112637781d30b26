import type { Page } from 'playwright-core'
import { within } from '../within.js'

/** Scrolls to the end of a page and back, a screen at a time, so that lazy content is asked for. */
export async function scrollThrough(page: Page): Promise<void> {
  const scroll = page.evaluate(async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 60))
    const root = document.scrollingElement ?? document.documentElement
    const step = Math.max(200, innerHeight * 0.9)
    // A page that grows while it is scrolled has no end.
    for (let at = step, screens = 0; at < root.scrollHeight && screens < 25; at += step, screens++) {
      scrollTo({ top: at, behavior: 'instant' })
      await pause()
    }
    scrollTo({ top: 0, behavior: 'instant' })
  })
  await within(5000, scroll).catch(() => {})
}
