import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

for (const attributes of [
  'type="text/jscript"',
  'type="text/javascript1.5"',
  'type=" text/javascript "',
  'type="MODULE"',
  'language="vbscript"',
  'for="button" event="onclick"',
]) {
  test(`tags with ${attributes} run as they would untagged`, async ({ page, site, shop, consent }) => {
    const A = site.tag('A', { delay: 300 })
    const tagged = `type="text/plain" data-category="statistics" ${attributes.replace('type=', 'data-type=')}`
    await page.goto(
      site.page(
        `<script ${attributes} src="${A}"></script><script ${attributes}>${note('B')}</script><script>${note('C')}</script>`,
      ),
    )
    await page.waitForTimeout(500)
    const expected = await site.ran(page)
    await shop.open(
      `<script ${tagged} src="${A}"></script><script ${tagged}>${note('B')}</script>${held('', note('C'))}`,
    )
    await consent.accept()
    await page.waitForTimeout(1000)
    expect(await site.ran(page)).toEqual(expected)
  })
}

test('the case of the type and spaces around it mean nothing', async ({ page, site, shop, consent }) => {
  await shop.open(
    ['TEXT/PLAIN', ' text/plain ']
      .map((type) => `<script type="${type}" data-category="statistics">${note(type)}</script>`)
      .join(''),
  )
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['TEXT/PLAIN', ' text/plain '])
})

test('decisions about thousands of tags that overlap do not freeze the page', async ({
  page,
  site,
  shop,
}) => {
  const tags = Array.from({ length: 5000 }, (_, at) =>
    held(at % 2 ? 'data-category="marketing"' : '', `(window.at ||= []).push(${at})`),
  )
  await shop.open(held(`src="${site.tag('A', { delay: 700 })}"`) + tags.join(''))
  await shop.save({ statistics: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(1)
  await shop.save({ marketing: true })
  const at = () => page.evaluate(() => (window as unknown as { at?: number[] }).at ?? [])
  await expect.poll(async () => (await at()).length, { timeout: 8000 }).toBe(5000)
  expect((await at()).every((value, index) => value === index)).toBe(true)
})

test('a node that a framework puts back after a withdrawal in flight does not run', async ({
  page,
  site,
  shop,
}) => {
  await shop.open(held(`id="kept" src="${site.tag('A', { delay: 500 })}"`))
  const kept = await page.locator('#kept').elementHandle()
  await shop.save({ statistics: true })
  await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(1)
  await page.waitForTimeout(100)
  await shop.save({ statistics: false })
  await kept?.evaluate((it) => document.body.append(it))
  await page.waitForTimeout(900)
  expect(await site.ran(page)).toEqual([])
})
