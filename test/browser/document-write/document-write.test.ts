import { expect } from '../harness/index.js'
import { held, moments, note, test } from '../harness/shop.js'

for (const moment of moments) {
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
