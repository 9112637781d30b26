import { expect, test } from '../harness/index.js'

const long = `<main style="height: 3000px">Shop</main><footer id="end" style="height: 40px">Imprint</footer>`
type Page = import('@playwright/test').Page

/** Scrolls to the end. @returns by how many pixels the banner covers the last element */
async function covered(page: Page): Promise<number> {
  await page.evaluate(() => scrollTo(0, 1e6))
  return page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    scrollTo(0, 1e6)
    const banner = document.getElementById('askfirst')?.shadowRoot?.querySelector('section') as Element
    const end = document.getElementById('end') as Element
    return Math.max(0, end.getBoundingClientRect().bottom - banner.getBoundingClientRect().top)
  })
}

for (const [kind, html] of [
  ['an ordinary page', long],
  ['a page whose root has a set height', `<style>html, body { height: 100% }</style>${long}`],
  [
    'a page whose root has a set height and a box of its own',
    `<style>*, html { box-sizing: border-box } html, body { height: 100%; margin: 0 }</style>${long}`,
  ],
  [
    'a page with its footer at the bottom of the root',
    `<style>html { position: relative; min-height: 100% } body { margin: 0 0 40px } #end { position: absolute; bottom: 0 }</style>${long}`,
  ],
] as const)
  test(`the last lines of ${kind} scroll clear of the banner`, async ({ page, site, consent }) => {
    await page.goto(site.page(`<head>${site.cdn()}</head><body>${html}</body>`))
    await expect(consent.banner).toBeVisible()
    await expect.poll(() => covered(page)).toBe(0)
    await consent.reject()
    await expect(consent.banner).toBeHidden()
    const left = () => page.evaluate(() => getComputedStyle(document.documentElement).borderBottomWidth)
    await expect.poll(left).toBe('0px')
  })

for (const style of ['', 'html, body { height: 100% }'])
  test(`a page that grows after the banner is there is followed (${style || 'no height'})`, async ({
    page,
    site,
    consent,
  }) => {
    await page.goto(site.page(`<head>${site.cdn()}</head><body><style>${style}</style><p>Short</p></body>`))
    await expect(consent.banner).toBeVisible()
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), long)
    await expect.poll(() => covered(page)).toBe(0)
  })

test('a page that does not scroll gets no scroll bar', async ({ page, site, consent }) => {
  await page.goto(site.page(`<head>${site.cdn()}</head><body><p>Short</p></body>`))
  await expect(consent.banner).toBeVisible()
  await page.evaluate(() => new Promise((next) => setTimeout(next, 100)))
  const [scroll, client] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    document.documentElement.clientHeight,
  ])
  expect(scroll).toBe(client)
})

test('the page keeps its own html::after', async ({ page, site, consent }) => {
  await page.goto(
    site.page(
      `<head><style>html::after { content: "mine"; position: fixed }</style>${site.cdn()}</head><body>${long}</body>`,
    ),
  )
  await expect(consent.banner).toBeVisible()
  await expect.poll(() => covered(page)).toBe(0)
  const { content, position } = await page.evaluate(() => {
    const { content, position } = getComputedStyle(document.documentElement, '::after')
    return { content, position }
  })
  expect([content, position]).toEqual(['"mine"', 'fixed'])
})

for (const align of ['start', 'end', 'center'])
  test(`a page that snaps to ${align} does not jump when the banner comes`, async ({
    page,
    site,
    consent,
  }) => {
    const section = (name: string) =>
      `<section id="${name}" style="height: 100vh; scroll-snap-align: ${align}">${name}</section>`
    const late = `data-start="manual"`
    await page.goto(
      site.page(
        `<head><style>html { scroll-snap-type: y mandatory } body { margin: 0 }</style>
        ${site.cdn().replace('<script', `<script ${late}`)}</head><body>${['a', 'b', 'c'].map(section).join('')}</body>`,
      ),
    )
    await page.evaluate(() => document.getElementById('b')?.scrollIntoView())
    const before = await page.evaluate(() => scrollY)
    await page.evaluate(() => window.askfirst.start())
    await expect(consent.banner).toBeVisible()
    await page.waitForFunction(
      () => Number.parseFloat(getComputedStyle(document.documentElement).borderBottomWidth) > 0,
    )
    await page.evaluate(() => new Promise((next) => setTimeout(next, 300)))
    expect(await page.evaluate(() => scrollY)).toBe(before)
  })
