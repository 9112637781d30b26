import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

test('the banner is gone before the first script runs', async ({ page, site, shop, consent }) => {
  await shop.open(held('', `window.painted = window.frames_; ${note('A')}`))
  await page.evaluate(() => {
    const count = () => {
      const state = window as unknown as { frames_?: number }
      state.frames_ = (state.frames_ ?? 0) + 1
      requestAnimationFrame(count)
    }
    document.addEventListener('askfirst:change', () => requestAnimationFrame(count), { once: true })
  })
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(await page.evaluate(() => (window as unknown as { painted?: number }).painted)).toBeGreaterThan(0)
})

test('thousands of scripts run in order and let the page breathe', async ({ page, shop, consent }) => {
  const tags = Array.from({ length: 5000 }, (_, index) =>
    held('', `(window.order ||= []).push(${index})`),
  ).join('')
  await shop.open(tags)
  await page.evaluate(() => {
    const state = window as unknown as { order?: number[]; turns: Set<number> }
    state.turns = new Set()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      state.turns.add(state.order?.length ?? 0)
      if ((state.order?.length ?? 0) < 5000) port2.postMessage(0)
    }
    document.addEventListener('askfirst:change', () => port2.postMessage(0), { once: true })
  })
  await consent.accept()
  type State = { order?: number[]; turns: Set<number> }
  await expect
    .poll(() => page.evaluate(() => (window as unknown as State).order?.length), { timeout: 20_000 })
    .toBe(5000)
  const { ordered, turns } = await page.evaluate(() => {
    const { order = [], turns } = window as unknown as State
    return { ordered: order.every((value, index) => value === index), turns: turns.size }
  })
  expect(ordered).toBe(true)
  expect(turns).toBeGreaterThan(2)
})

test('a hidden page finishes its queue in order', async ({ page, site, shop }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true })
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
    window.requestAnimationFrame = () => 0
  })
  await page.goto(shop.url(held(`src="${site.tag('A', { delay: 100 })}"`) + held('', note('B'))))
  await shop.save({ statistics: true })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
})
