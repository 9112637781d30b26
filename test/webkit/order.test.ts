import { expect, held, note, test } from './harness/index.js'

test('external and inline scripts keep document order; their files are fetched side by side, each once', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(
    held(`src="${site.tag('A', { delay: 700 })}"`) +
      held('', note('B')) +
      held(`src="${site.tag('C', { delay: 700 })}"`) +
      held('', note('D')) +
      held(`async src="${site.tag('never', { hang: true })}"`),
  )
  expect(site.requests({ path: '/tag.js' })).toHaveLength(0)
  await consent.accept()
  await expect.poll(page.ran).toEqual(['A', 'B', 'C', 'D'])
  const times = site.requests({ path: '/tag.js' }).map(({ time }) => time)
  expect(times).toHaveLength(3)
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(700)
})

test('a file that cannot be had is reported and the next script runs', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(held(`src="${site.tag('A', { status: 404 })}"`) + held('', note('B')))
  await consent.accept()
  await expect.poll(page.ran).toEqual(['B'])
  expect(await shop.failures()).toEqual([expect.stringContaining('status=404')])
})

test('modules run after the classic scripts, in document order', async ({ page, site, shop, consent }) => {
  const part = site.url('/module.js', { host: 'lib.test', query: { run: 'part' } })
  const module = site.url('/module.js', {
    host: 'stats.test',
    query: { run: 'module', import: part, delay: 200 },
  })
  await shop.open(
    held(`data-type="module" src="${module}"`) +
      held('data-type="module"', note('inline module')) +
      held('', note('inline')) +
      held(`src="${site.tag('classic', { delay: 200 })}"`),
  )
  await consent.accept()
  await expect.poll(page.ran).toEqual(['inline', 'classic', 'part', 'module', 'inline module'])
})

test('a tag that innerHTML put in runs once, and so does a clone of it', async ({ page, shop, consent }) => {
  await shop.open('<div id="box"></div>')
  await page.evaluate(
    (html) => {
      const box = document.querySelector('#box')
      if (box) box.innerHTML = html
    },
    held('', note('A')),
  )
  await consent.accept()
  await expect.poll(page.ran).toEqual(['A'])
  await page.evaluate(
    (html) => {
      document.querySelector('#box')?.insertAdjacentHTML('beforeend', html)
    },
    held('', note('B')),
  )
  await expect.poll(page.ran).toEqual(['A', 'B'])
  await page.evaluate(() => window.askfirst.scan())
  expect(await page.ran()).toEqual(['A', 'B'])
})

test("a template's content comes after it, and its scripts run in order", async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(
    `<div id="box"><template data-category="statistics"><p>one</p>
      <script src="${site.tag('A', { delay: 200 })}"></script><script>${note('B')}</script><p>two</p>
     </template></div>${held('', note('C'))}`,
  )
  await consent.accept()
  await expect.poll(page.ran).toEqual(['A', 'B', 'C'])
  const text = () => [...document.querySelectorAll('#box p')].map(({ textContent }) => textContent)
  expect(await page.evaluate(text)).toEqual(['one', 'two'])
})

test('document.write leaves the page whole and its text behind the script', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const file = site.tag('B', { code: 'document.write("<p id=b>two</p>")' })
  await shop.open(
    `<h1>Shop</h1>${held('id="inline"', `document.write('<p id="a">one</p>'); ${note('A')}`)}
     ${held(`id="file" src="${file}"`)}<footer>end</footer>`,
  )
  await consent.accept()
  await expect.poll(page.ran).toEqual(['A', 'B'])
  const count = (selector: string) => document.querySelectorAll(selector).length
  expect(await page.evaluate(count, 'h1, footer, #inline + #a, #file + #b')).toBe(4)
})
