import { expect } from '../harness/index.js'
import { held, moments, note, test } from '../harness/shop.js'

for (const moment of moments) {
  test(`${moment}, script types of other tools are left alone`, async ({ page, site, shop }) => {
    const types = [
      'rocketlazyloadscript',
      'text/partytown',
      'text/x-template',
      'application/json',
      'text/plain-ish',
    ]
    const tags = types
      .map(
        (type) => `<script type="${type}" data-category="statistics" data-src="/x.js">${note(type)}</script>`,
      )
      .join('\n')
    await shop.accept(moment, `<div id="theirs">${tags}</div>${held('', note('ours'))}`)
    await expect.poll(() => site.ran(page)).toEqual(['ours'])
    expect(await page.locator('#theirs').innerHTML()).toBe(tags)
  })

  test(`${moment}, a tag of an unknown category stays held`, async ({ page, site, shop }) => {
    await shop.accept(
      moment,
      held('data-category="statistic"', note('misspelt')) +
        held('data-category=""', note('empty')) +
        held('data-category="toString"', note('inherited')) +
        held('data-category="Statistics"', note('capital')) +
        held(`data-category="ads" src="${site.tag('A')}"`) +
        held('', note('known')),
    )
    await expect.poll(() => site.ran(page)).toEqual(['known'])
    await page.waitForTimeout(200)
    expect(await site.ran(page)).toEqual(['known'])
    expect(site.requests({ path: '/tag.js' })).toHaveLength(0)
  })

  test(`${moment}, plain scripts without a category are nobody's business`, async ({ page, site, shop }) => {
    await shop.accept(
      moment,
      `<script type="text/plain">${note('template')}</script>${held('', note('ours'))}`,
    )
    await expect.poll(() => site.ran(page)).toEqual(['ours'])
  })
}

test('product cards and buttons that have a category of their own are untouched', async ({
  page,
  shop,
  consent,
}) => {
  const cards = `<div data-category="shoes" data-src="/a.jpg">Shoes</div><li data-category="statistics" data-src="/b.jpg"></li>
    <button data-category="marketing" data-src="/c.jpg">Filter</button><a data-category="statistics" data-href="/d">D</a>`
  await shop.open(`<div id="cards">${cards}</div>`)
  const before = await page.locator('#cards').innerHTML()
  await consent.accept()
  await expect(consent.banner).toBeHidden()
  expect(await page.locator('#cards').innerHTML()).toBe(before)
})

const npm = `
  import { createConsent } from 'askfirst'
  const consent = createConsent()
  window.askfirst = consent
  consent.start()`
const tags = `
  <script type="text/plain" data-category="statistic" src="/misspelt.js"></script>
  <script data-category="statistics">(window.ran ||= []).push('running')</script>
  <iframe data-category="marketing" src="about:blank#loaded"></iframe>
  <script type="text/plain" data-category="marketing"></script>
  <template data-category="marketing"><img src="/pixel.gif"></template>
  <template data-category="marketing"><iframe src="/frame.html"></iframe></template>
  <div data-category="shoes">Shoes</div>`

test('a development build names each tag that does not do what was meant, once', async ({
  page,
  site,
  shop,
}) => {
  const warnings: string[] = []
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
  await page.goto(site.page(tags + (await site.bundle(npm, { condition: 'development' }))))
  await shop.save({ statistics: true })
  await shop.save({ statistics: true, marketing: true })
  await page.waitForTimeout(300)

  expect(warnings).toEqual([
    expect.stringMatching(
      /^\[askfirst\] check of the markup: <script data-category="statistic"> .*"statistic"/,
    ),
    expect.stringMatching(/^\[askfirst\] check of the markup: <script data-category="statistics"> has run/),
    expect.stringMatching(/^\[askfirst\] check of the markup: <iframe data-category="marketing"> has loaded/),
    expect.stringMatching(
      /^\[askfirst\] check of the markup: <template data-category="marketing"> .* Firefox fetches/,
    ),
  ])
  expect(await site.ran(page)).toEqual(['running'])
})

test('a production build keeps quiet about them', async ({ page, site, shop }) => {
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  await page.goto(site.page(tags + (await site.bundle(npm))))
  await shop.save({ statistics: true, marketing: true })
  await page.waitForTimeout(300)
  expect(messages).toEqual([])
})
