import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

const paragraph =
  '<p>When the owners asked for a house that would disappear between the trees, she began with the paths that were there already, and let the rooms follow them. The timber was cut within sight of the site.</p>'
const article = `<main style="max-width: 700px; margin: auto"><h1>The quiet house</h1>${paragraph.repeat(12)}</main>`

test('the banner is there in the frame in which its code arrives', async ({ page, site }) => {
  const script = await site.bundle(`
    import { createConsent } from 'askfirst'
    let frame = 0
    const count = () => {
      frame++
      const banner = document.querySelector('#askfirst')?.shadowRoot.querySelector('[data-surface=banner]')
      if (banner?.offsetHeight) window.seen ??= frame
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    createConsent({ view: async () => {
      await new Promise((later) => setTimeout(later, 200))
      const view = await import('askfirst/view')
      window.arrived = frame
      return view
    } }).start()`)
  await page.goto(site.page(article + script))
  await page.waitForFunction(() => 'seen' in window)
  const frames = await page.evaluate(() => {
    const { seen, arrived } = window as unknown as { seen: number; arrived: number }
    return { seen, arrived }
  })
  expect(frames.arrived).toBeGreaterThan(2)
  expect(frames.seen - frames.arrived).toBeLessThanOrEqual(1)
})

test('preferences are fetched when the visitor is about to ask, and open within a frame then', async ({
  page,
  site,
  consent,
}) => {
  const stage = await openStage(
    page,
    site,
    `<main>${article}</main><button data-consent-action="preferences">Cookie settings</button>`,
  )
  await stage.show()
  const fetched = () => site.requests({ path: /preferences/ }).length
  await consent.action('accept-all').hover()
  expect(fetched()).toBe(0)
  await page.getByText('Cookie settings').focus()
  await expect.poll(fetched).toBe(1)
  await page.waitForLoadState('networkidle')
  const frames = await page.evaluate(async () => {
    const root = document.getElementById('askfirst')?.shadowRoot as ShadowRoot
    root.querySelector<HTMLElement>('[data-consent-action=preferences]')?.click()
    for (let frame = 0; frame < 10; frame++) {
      if (root.querySelector('dialog')?.open) return frame
      await new Promise((next) => requestAnimationFrame(next))
    }
    return undefined
  })
  expect(frames).toBeLessThanOrEqual(1)
  expect(fetched()).toBe(1)
})
