import type { Locator } from '@playwright/test'
import { expect } from '@playwright/test'

/**
 * A pointer in the middle of a control meets the control. Not by a trial click: that blocks the click from a
 * listener of the window, where ours was there before.
 */
export async function expectPressable(control: Locator): Promise<void> {
  const isMet = () =>
    control.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      let met = document.elementFromPoint(x, y)
      for (let root = met?.shadowRoot; root; root = met?.shadowRoot) {
        const inner = root.elementFromPoint(x, y)
        if (!inner || inner === met) break
        met = inner
      }
      return element.contains(met)
    })
  await expect.poll(isMet).toBe(true)
}
