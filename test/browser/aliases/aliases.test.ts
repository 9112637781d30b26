import { held, note } from '../harness/held.js'
import { expect, test } from '../harness/index.js'

/** Another system's tags: `<script type="text/plain" data-for="ads">`, `<iframe data-for="ads" data-address="…">`. */
const source = `
  import { createConsent, definePlugin } from 'askfirst'
  const foreign = definePlugin({
    name: 'foreign',
    setup: ({ alias }) => alias({
      selector: '[data-for]',
      attributes: ['data-for', 'data-address'],
      translate(element) {
        window.calls = (window.calls ?? 0) + 1
        element.dataset.category = element.dataset.for === 'ads' ? 'marketing' : 'statistics'
        if (element.dataset.address) element.dataset.src = element.dataset.address
      },
    }),
  })
  const broken = definePlugin({
    name: 'broken',
    setup: ({ alias }) => alias({ selector: '[data-broken]', translate() { throw new Error('broken') } }),
  })
  window.consent = createConsent({ plugins: [foreign, broken], reload: 'never' })
  window.consent.start()`

const foreign = (category: string, code: string) =>
  `<script type="text/plain" data-for="${category}">${code}</script>`

declare global {
  interface Window {
    calls?: number
  }
}

test("another system's tags wait, and run in one document order with ours, once each", async ({
  page,
  site,
}) => {
  await page.goto(
    site.page(
      `${await site.bundle(source)}<body>${held('', note('1'))}${foreign('stats', note('2'))}${held('', note('3'))}
       <template data-category="statistics">${foreign('stats', note('4'))}${foreign('ads', note('no'))}</template>
       ${foreign('ads', note('no'))}<p data-broken>Text</p>`,
    ),
  )
  await expect.poll(() => page.evaluate(() => window.consent?.status)).toBe('undecided')
  await page.waitForTimeout(100)
  expect(await site.ran(page)).toEqual([])
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await expect.poll(() => site.ran(page)).toEqual(['1', '2', '3', '4'])
  await page.evaluate(() => void window.consent.save({ statistics: true }))
  await page.waitForTimeout(100)
  expect(await site.ran(page)).toEqual(['1', '2', '3', '4'])
  expect(await page.evaluate(() => window.calls)).toBe(4)
})

test('tags that come later are translated too, and again when a watched attribute changes', async ({
  page,
  site,
}) => {
  await page.goto(site.page(`${await site.bundle(source)}<body><div id="slot"></div>`))
  await page.waitForFunction(() => window.consent)
  await page.evaluate(() => void window.consent.save({ statistics: true, marketing: false }))
  const film = site.url('/frame.html', { host: 'video.test' })
  await page.evaluate((src) => {
    const slot = document.querySelector('#slot') as HTMLElement
    slot.innerHTML = `<div><iframe data-for="ads" data-address="${src}"></iframe></div>`
  }, film)
  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('data-category', 'marketing')
  await expect(frame).not.toHaveAttribute('src')
  await frame.evaluate((it) => it.setAttribute('data-for', 'stats'))
  await expect(frame).toHaveAttribute('src', film)
  await frame.evaluate((it) => it.setAttribute('data-for', 'ads'))
  await expect(frame).not.toHaveAttribute('src')
})
