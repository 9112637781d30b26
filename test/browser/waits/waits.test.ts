import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

/** Faults of a browser or a page: something that the gate waits for never comes. */
const faults = {
  'an event of the probe': `const set = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'onerror')
    Object.defineProperty(HTMLElement.prototype, 'onerror', { ...set, set() {} })`,
  'a message': `Object.defineProperty(MessagePort.prototype, 'onmessage', { set() {}, get() {}, configurable: true })`,
  'a frame': 'window.requestAnimationFrame = () => 0',
}

for (const [fault, code] of Object.entries(faults)) {
  test(`where ${fault} never comes, granted scripts run all the same, once and in order`, async ({
    page,
    site,
    shop,
  }) => {
    await shop.open(`<script>${code}</script><div id="slot"></div>`)
    await page.locator('#slot').evaluate(
      (slot, html) => {
        slot.innerHTML = html
      },
      held('', note('A')) +
        held(`src="${site.tag('B')}"`) +
        held(`async src="${site.tag('C')}"`) +
        held('', note('D')),
    )
    await shop.save({ statistics: true })
    await expect.poll(async () => (await site.ran(page)).length, { timeout: 20_000 }).toBe(4)
    expect((await site.ran(page)).filter((run) => run !== 'C')).toEqual(['A', 'B', 'D'])
    await page.waitForTimeout(300)
    expect(await site.ran(page)).toHaveLength(4)
    if (fault === 'an event of the probe')
      expect(await shop.failures()).toContainEqual(expect.stringMatching(/did not tell/))
  })
}
