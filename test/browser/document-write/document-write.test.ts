import { expect } from '../harness/index.js'
import { held, moments, note, test } from '../harness/shop.js'

for (const moment of moments) {
  test(`${moment}, a file that a script writes runs before what it writes next, and before the next tag`, async ({
    page,
    site,
    shop,
  }) => {
    const write = (html: string) => `document.write('${html.replace('</', '<\\/')}')`
    const inline = (run: string) => write(`<script>(window.ran ||= []).push("${run}")</script>`)
    const file = write(`<script src="${site.tag('file', { delay: 300 })}"></script>`)
    await shop.accept(
      moment,
      held('', [inline('at once'), note('A'), file, inline('after it'), note('B')].join(';')) +
        held('', note('C')),
    )
    await expect.poll(() => site.ran(page)).toEqual(['at once', 'A', 'B', 'file', 'after it', 'C'])
  })

  test(`${moment}, a file that was written goes with the consent of its writer`, async ({
    page,
    site,
    shop,
  }) => {
    const src = site.tag('file', { delay: 400 })
    await shop.accept(moment, held('', `document.write('<script src="${src}"><\\/script>'); ${note('A')}`), {
      reload: 'never',
    })
    await expect.poll(() => site.requests({ path: '/tag.js' }).length).toBe(1)
    await shop.save({ statistics: false })
    await page.waitForTimeout(700)
    expect(await site.ran(page)).toEqual(['A'])
  })

  test(`${moment}, what one script writes in pieces keeps its order`, async ({ page, site, shop }) => {
    const write = ['one', 'two', 'three'].map((text) => `document.write('<i>${text}</i>')`).join(';')
    await shop.accept(moment, held('', `${write}; ${note('A')}`))
    await expect.poll(() => site.ran(page)).toEqual(['A'])
    await expect(page.locator('i')).toHaveText(['one', 'two', 'three'])
  })

  test(`${moment}, document.write leaves the page whole and its text after the script`, async ({
    page,
    site,
    shop,
    consent,
  }) => {
    await shop.accept(
      moment,
      `<h1>Shop</h1>${held('id="inline"', `document.write('<p id="a">one</p>'); ${note('A')}`)}
       ${held(`id="file" src="${site.tag('B', { code: 'document.writeln("<p id=b>two</p>")' })}"`)}
       ${held('', `setTimeout(() => { document.write('<p id="c">three</p>'); ${note('C')} }, 300)`)}<footer>end</footer>`,
    )
    await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
    await expect(page.locator('h1, footer')).toHaveCount(2)
    await expect(page.locator('#inline + #a')).toHaveText('one')
    await expect(page.locator('#file + #b')).toHaveText('two')
    await expect(page.locator('#c')).toHaveText('three')
    await page.evaluate(() => window.askfirst.openPreferences())
    await expect(consent.dialog).toBeVisible()
  })
}

test('a page that has locked document.write is asked all the same', async ({ page, site, consent }) => {
  const lock = "<script>Object.defineProperty(document, 'write', { value() {} })</script>"
  await page.goto(site.page(`${site.cdn({}, { head: lock })}<body>${held('', note('A'))}`))
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
})
