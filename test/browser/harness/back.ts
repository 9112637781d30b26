import { expect, type Page } from '@playwright/test'

/**
 * One step back in history. `page.goBack` waits for a load, which a page from
 * the back/forward cache does not have (in Firefox it never returns, and
 * locators wait for the same load: look at such a page with `evaluate`).
 */
export async function goBack(page: Page): Promise<void> {
  // Deferred, or the page would be gone before it can answer.
  const from = await page.evaluate(() => {
    setTimeout(() => history.back())
    return location.href
  })
  // Asking in the very moment of the change destroys the question.
  await expect.poll(() => page.evaluate(() => location.href).catch(() => from)).not.toBe(from)
}
