/**
 * Waits until a page has shown its banner and has nothing to do any more. It
 * looks once, at the end, and the same way at the page alone, so that looking
 * costs every page the same.
 */
export async function settle({ page }, { accept, host }) {
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.waitForTimeout(1200)
    const isThere = await page.evaluate(
      ([selector, host]) => {
        const root = host ? document.querySelector(host)?.shadowRoot : document
        return !selector || !!root?.querySelector(selector)
      },
      [accept, host],
    )
    if (isThere) return
  }
  throw new Error(`No banner came: ${accept} is nowhere on the page.`)
}
