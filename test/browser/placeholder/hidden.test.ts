import type { Page } from '@playwright/test'
import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

/** How pages close popups, accordions and slides, by what the closed one has. */
const closings: { readonly [name: string]: string } = {
  'visibility: hidden': '.closed { visibility: hidden }',
  'opacity: 0 and no pointer events': '.closed { opacity: 0; pointer-events: none }',
  'opacity: 0 alone': '.closed { opacity: 0 }',
  'scale(0)': '#pop { transition: transform 0.1s } .closed { transform: scale(0) }',
  'max-height: 0':
    '#pop { max-height: 400px; overflow: hidden; transition: max-height 0.1s } .closed { max-height: 0 !important }',
  'rows of a grid':
    '#pop { display: grid; grid-template-rows: 1fr } #pop > div { overflow: hidden; min-height: 0 } .closed { grid-template-rows: 0fr !important }',
  'clip-path': '.closed { clip-path: inset(50%) }',
  'a margin': '#pop { overflow: hidden } .closed > div { margin-left: -900px }',
  'display: none': '.closed { display: none }',
}

const centreOf = async (page: Page, kind: string) =>
  page.evaluate((isFrame) => {
    const frame = document.querySelector('iframe')
    const root = isFrame
      ? frame?.contentDocument
      : document.querySelector('[data-surface=placeholder]')?.shadowRoot
    const box = root?.querySelector('[data-consent-action=allow]')?.getBoundingClientRect() as DOMRect
    const at = isFrame ? (frame?.getBoundingClientRect() as DOMRect) : { left: 0, top: 0 }
    return { x: at.left + box.x + box.width / 2, y: at.top + box.y + box.height / 2 }
  }, kind === 'iframe')

for (const kind of ['iframe', 'video']) {
  for (const [name, css] of Object.entries(closings)) {
    test(`a ${kind} that the page hides by ${name} takes no consent, and can be allowed when it is shown`, async ({
      page,
      site,
      shop,
      consent,
    }) => {
      const src = site.url('/frame.html', { host: 'video.test' })
      await page.goto(
        shop.url(`<style>body { margin: 0 } iframe { border: 0 } #pop { position: absolute; top: 0; left: 0; width: 600px } ${css}</style>
          <button id="buy" style="width: 600px; height: 400px" onclick="window.bought = true">Buy</button>
          <div id="pop"><div><${kind} data-category="marketing" data-src="${src}" width="560" height="315"></${kind}></div></div>`),
      )
      const root = kind === 'iframe' ? page.frameLocator('iframe') : page
      const ready = root.locator('[data-surface=placeholder][data-ready]')
      await ready.waitFor()
      const { x, y } = await centreOf(page, kind)
      await page.locator('#pop').evaluate((it) => it.classList.add('closed'))
      const isReachable = () =>
        page.evaluate(() => {
          const buttons = document
            .querySelector('[data-surface=placeholder]')
            ?.shadowRoot?.querySelectorAll('button')
          return [...(buttons ?? [])].some((it) => it.checkVisibility({ visibilityProperty: true }))
        })
      if (kind === 'video') await expect.poll(isReachable).toBe(false)
      await page.mouse.move(x, y)
      await page.waitForTimeout(300)
      await page.mouse.click(x, y)
      // Where the popup of the page lies over the button all the same, the page loses its own click.
      if (!['opacity: 0 alone', 'a margin'].includes(name)) {
        expect(await page.evaluate(() => Reflect.get(window, 'bought')), 'the page has its click').toBe(true)
      }
      expect(await consent.recordCookie()).toBeUndefined()
      expect(site.requests({ host: 'video.test' })).toHaveLength(0)

      await page.locator('#pop').evaluate((it) => it.classList.remove('closed'))
      await expect.poll(() => centreOf(page, kind)).toEqual({ x, y })
      await ready.waitFor()
      await page.waitForTimeout(300)
      await ready.waitFor()
      await page.mouse.click(x, y)
      await expect.poll(async () => (await consent.recordCookie())?.choices.marketing).toBe(true)
    })
  }
}

for (const position of ['fixed', 'absolute']) {
  test(`a video in a popup that is ${position} is not cut off by a box that holds nothing else`, async ({
    page,
    site,
    shop,
  }) => {
    const src = site.url('/frame.html', { host: 'video.test' })
    await page.goto(
      shop.url(`<div style="height: 0; overflow: hidden"><div style="position: ${position}; top: 20px; left: 20px">
        <video data-category="marketing" data-src="${src}" width="400" height="225"></video></div></div>`),
    )
    await expect(page.getByRole('button', { name: 'Show once' })).toBeVisible()
  })
}
