import { expect } from '../harness/index.js'
import { held, moments, note, test } from '../harness/shop.js'

for (const moment of moments) {
  test.describe(moment, () => {
    test('slow and fast files and inline code run in document order', { tag: '@smoke' }, async ({
      page,
      site,
      shop,
    }) => {
      await shop.accept(
        moment,
        held(`src="${site.tag('A', { delay: 900 })}"`) +
          held('', note('B')) +
          held(`src="${site.tag('C')}"`) +
          held('', note('D')) +
          held(`data-src="${site.tag('E', { delay: 100 })}"`) +
          held('data-type="text/javascript"', note('F')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
    })

    test('files are fetched in parallel, each once', async ({ page, site, shop }) => {
      const names = ['A', 'B', 'C', 'D', 'E']
      await shop.accept(
        moment,
        names.map((name) => held(`src="${site.tag(name, { delay: 1200 })}"`)).join(''),
      )

      await expect.poll(() => site.ran(page), { timeout: 10_000 }).toEqual(names)
      const requests = site.requests({ path: '/tag.js' })
      expect(requests.map(({ query }) => query.get('run')).sort()).toEqual(names)
      const times = requests.map(({ time }) => time)
      // The first answer had not come yet when the last one was asked for.
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(1200)
    })

    test('a script finds what the one before it has defined', async ({ page, site, shop }) => {
      const library = site.tag('library', { delay: 300, code: 'window.library = () => "used"' })
      const plugin = site.tag('plugin', { code: 'window.ran.push(library())' })
      await shop.accept(
        moment,
        held(`src="${library}"`) + held(`src="${plugin}"`) + held('', 'window.ran.push(library())'),
      )
      await expect.poll(() => site.ran(page)).toEqual(['library', 'plugin', 'used', 'used'])
    })

    test('scripts run when the parts of the document before them are there', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        `<p id="before"></p>${held('', `(window.ran ||= []).push(document.getElementById('before').localName)`)}`,
      )
      await expect.poll(() => site.ran(page)).toEqual(['p'])
    })

    test('the same file named twice runs twice', async ({ page, site, shop }) => {
      const twice = held(`src="${site.tag('A', { delay: 50 })}"`)
      await shop.accept(moment, twice + held('', note('B')) + twice)
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'A'])
    })

    test('a file that is missing is reported once and the next script runs', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        held(`src="${site.tag('A', { status: 404 })}"`) +
          held('', note('B')) +
          held(`src="${site.tag('C')}"`),
      )
      await expect.poll(() => site.ran(page)).toEqual(['B', 'C'])
      expect(await shop.failures()).toEqual([expect.stringContaining('run=A')])
      expect(site.requests({ path: '/tag.js' })).toHaveLength(2)
    })

    test('a file that a blocker stops is reported once and the next script runs', async ({
      page,
      site,
      shop,
    }) => {
      // What a blocker does looks the same from the page as a port that nobody may connect to.
      await shop.accept(
        moment,
        held('src="http://stats.test:1/blocked.js"') + held('', note('B')) + held(`src="${site.tag('C')}"`),
      )
      await expect.poll(() => site.ran(page)).toEqual(['B', 'C'])
      expect(await shop.failures()).toEqual([expect.stringContaining('blocked.js')])
    })

    test('code that throws or does not parse leaves the rest alone', async ({ page, site, shop }) => {
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      await shop.accept(
        moment,
        held('', 'throw new Error("thrown inline")') +
          held('', 'this is not JavaScript') +
          held(`src="${site.tag('A', { code: 'throw new Error("thrown in a file")' })}"`) +
          held(`src="${site.tag('B', { code: ') this neither' })}"`) +
          held('', note('C')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['A', 'C'])
      // They are the page's own errors, seen where one looks for them and not swallowed.
      await expect.poll(() => errors).toHaveLength(4)
    })

    test('a file that never answers is given up after the timeout', async ({ page, site, shop }) => {
      const started = Date.now()
      await shop.accept(
        moment,
        held(`src="${site.tag('A', { hang: 1 })}"`) + held('', note('B')) + held(`src="${site.tag('C')}"`),
        { scriptTimeout: 900 },
      )
      await expect.poll(() => site.ran(page)).toEqual(['B', 'C'])
      expect(Date.now() - started).toBeGreaterThanOrEqual(900)
      expect(await shop.failures()).toEqual([expect.stringMatching(/run=A.* did not answer/)])
    })

    test('several that never answer share one wait', async ({ page, site, shop }) => {
      const silent = ['A', 'B', 'C'].map((name) => held(`src="${site.tag(name, { hang: 1 })}"`)).join('')
      await shop.accept(moment, silent + held('', note('D')), { scriptTimeout: 1500 })
      await expect.poll(() => site.ran(page), { timeout: 10_000 }).toEqual(['D'])
      const first = site.requests({ path: '/tag.js' })[0]?.time ?? 0
      // One after the other they would take 4.5 s.
      expect(Date.now() - first).toBeLessThan(4400)
      expect(await shop.failures()).toHaveLength(3)
    })

    test('an answer after the timeout still runs, once', async ({ page, site, shop }) => {
      await shop.accept(moment, held(`src="${site.tag('A', { delay: 2000 })}"`) + held('', note('B')), {
        scriptTimeout: 500,
      })
      await expect.poll(() => site.ran(page)).toEqual(['B', 'A'])
      expect(site.requests({ path: '/tag.js' })).toHaveLength(1)
      expect(await shop.failures()).toHaveLength(1)
    })

    test('async scripts run when they arrive and delay nobody', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        held(`async src="${site.tag('never', { hang: 1 })}"`) +
          held(`async src="${site.tag('late', { delay: 1000 })}"`) +
          held(`src="${site.tag('A', { delay: 400 })}"`) +
          held('', note('B')) +
          held(`async src="${site.tag('early')}"`),
      )
      await expect.poll(() => site.ran(page)).toEqual(['early', 'A', 'B', 'late'])
      expect(site.requests({ path: '/tag.js' })).toHaveLength(4)
    })

    test('async on an inline script means nothing', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        held(`src="${site.tag('A', { delay: 200 })}"`) + held('async', note('B')) + held('defer', note('C')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
    })

    test('empty tags stop nothing', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        held() + held('', note('A')) + held('src=""') + held('', ' ') + held('', note('B')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
    })

    test('a script may bring another one', async ({ page, site, shop }) => {
      // What is on its way already is not overtaken; where the next one was still being asked about, it is.
      const added = JSON.stringify(held('', note('added'))).replaceAll('</', '<\\/')
      await shop.accept(
        moment,
        held('', `${note('A')}; document.currentScript.insertAdjacentHTML('afterend', ${added})`) +
          held(`src="${site.tag('B', { delay: 100 })}"`) +
          held('', note('C')),
      )
      await expect.poll(() => site.ran(page)).toHaveLength(4)
      const ran = await site.ran(page)
      expect(ran.filter((it) => it !== 'added')).toEqual(['A', 'B', 'C'])
      expect(['A added B C', 'A B added C']).toContain(ran.join(' '))
    })

    test('no hint is left behind in the head', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        held(`src="${site.tag('A', { delay: 200 })}"`) +
          held(`src="${site.tag('B')}"`) +
          held(`data-type="module" src="${site.url('/module.js', { query: { run: 'C' } })}"`),
      )
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
      await expect(page.locator('link[rel*="preload"][href*="run="]')).toHaveCount(0)
    })
  })
}

test('the order is the one the browser itself gives to tags that ask nobody', async ({
  page,
  site,
  shop,
}) => {
  const module = (run: string, query = {}) => site.url('/module.js', { query: { run, ...query } })
  const tags = [
    ['', note('inline 1')],
    [`src="${site.tag('slow', { delay: 500 })}"`],
    ['', note('inline 2')],
    [`data-type="module" src="${module('module 1')}"`],
    [`defer src="${site.tag('defer 1', { delay: 700 })}"`],
    ['data-type="module"', note('inline module')],
    [`async src="${site.tag('async', { delay: 1500 })}"`],
    [`src="${site.tag('fast')}"`],
    [`defer src="${site.tag('defer 2')}"`],
    [`data-type="module" src="${module('module 2', { delay: 300 })}"`],
    ['', note('inline 3')],
  ] as const
  const native = tags.map(
    ([attributes, code = '']) => `<script ${attributes.replace('data-type', 'type')}>${code}</script>`,
  )
  await page.goto(site.page(native.join(''), { path: '/native' }))
  await expect.poll(() => site.ran(page)).toHaveLength(tags.length)
  const expected = await site.ran(page)
  expect(expected.slice(0, 3)).toEqual(['inline 1', 'slow', 'inline 2'])

  const ours = tags.map(([attributes, code]) => held(attributes, code)).join('')
  await shop.accept('after a click', ours)
  await expect.poll(() => site.ran(page)).toEqual(expected)
  await shop.accept('on the next visit', ours)
  await expect.poll(() => site.ran(page)).toEqual(expected)
})

test('what is necessary runs at the start, in order, without a decision', async ({ page, site, shop }) => {
  const tag = (attributes: string, code = '') => held(`data-category="necessary" ${attributes}`, code)
  await shop.open(
    tag(`src="${site.tag('A', { delay: 200 })}"`) +
      tag('', note('B')) +
      held('', note('asked')) +
      tag('', note('C')),
  )
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
})

test('a script that is taken away before its turn does not run', async ({ page, site, shop }) => {
  await shop.accept(
    'after a click',
    held('', `${note('A')}; for (const next of document.querySelectorAll('.next')) next.remove()`) +
      held('class="next"', note('inline')) +
      held(`class="next" src="${site.tag('external', { delay: 300 })}"`) +
      held('', note('B')),
  )
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
})

for (const scriptTimeout of [1e12, '8000'] as number[]) {
  test(`a timeout of ${scriptTimeout} waits for a slow file`, async ({ page, site, shop, consent }) => {
    await shop.open(held(`src="${site.tag('A', { delay: 600 })}"`) + held('', note('B')), { scriptTimeout })
    await consent.accept()
    await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
    expect(await shop.failures()).toEqual([])
  })
}
