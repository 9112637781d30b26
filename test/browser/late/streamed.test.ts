import { expect } from '../harness/index.js'
import { test as base, held, note } from '../harness/shop.js'
import { type Stream, streamDocument } from './stream.js'

const test = base.extend<{ stream: (pieces: readonly string[], pause: number) => Promise<string> }>({
  stream: async ({ site }, use) => {
    const streams: Stream[] = []
    await use(async (pieces, pause) => {
      const head = `<!doctype html><html lang="en"><title>Shop</title>${site.cdn()}<body>\n`
      const stream = await streamDocument([head + (pieces[0] ?? ''), ...pieces.slice(1)], pause)
      streams.push(stream)
      return stream.url
    })
    for (const { close } of streams) close()
  },
})

const choices = { preferences: true, statistics: true, marketing: true }
/** Browsers look at what has come in pieces of their own: these make each one worth a look. */
const filler = `<!-- ${'x'.repeat(4096)} -->`

test('tags that arrive two seconds later run after those before them', async ({
  page,
  site,
  stream,
  consent,
}) => {
  const url = await stream(
    [held('', note('A')), held(`src="${site.tag('B')}"`) + held('', note('C')), held('', note('D'))],
    1000,
  )
  await consent.remember(url, choices)
  await page.goto(url, { waitUntil: 'commit' })
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C', 'D'])
})

test('a visitor who agrees while the page is still arriving gets the rest as well', async ({
  page,
  site,
  stream,
  consent,
}) => {
  await page.goto(await stream([held('', note('A')) + filler, held('', note('B'))], 3000), {
    waitUntil: 'commit',
  })
  await page.waitForFunction(() => 'askfirst' in window)
  await page.evaluate(() => void window.askfirst.acceptAll())
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
  await expect(consent.banner).toBeHidden()
})

test('inline code that arrives in pieces runs once, when it is complete', async ({
  page,
  site,
  stream,
  consent,
}) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const code = `${note('first half')};\n/* ${'-'.repeat(4096)} */\n`
  const [start = '', end = ''] = held('', `${code}¦(${note('second half')})`).split('¦')
  const url = await stream([start, `${end}<p>after</p>`, held('', note('next'))], 700)
  await consent.remember(url, choices)
  await page.goto(url)
  await expect.poll(() => site.ran(page)).toEqual(['first half', 'second half', 'next'])
  expect(errors).toEqual([])
})

test('a script whose tag arrives before its code runs once', async ({ page, site, stream, consent }) => {
  const [start = '', end = ''] = held('', `¦${note('A')}`).split('¦')
  const url = await stream(
    [filler + start, `${note('A')};`, end.replace(note('A'), note('B')), held('', note('C'))],
    500,
  )
  await consent.remember(url, choices)
  await page.goto(url)
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B', 'C'])
})

test('a template that arrives in pieces is shown whole', async ({ page, site, stream, consent }) => {
  const url = await stream(
    [
      `${filler}<template data-category="statistics"><p class="part">one</p><script>${note('A')}</script>`,
      `<p class="part">two</p><script>${note('B')}</script></template><p>after</p>`,
      '<p>end</p>',
    ],
    700,
  )
  await consent.remember(url, choices)
  await page.goto(url)
  await expect(page.locator('.part')).toHaveText(['one', 'two'])
  await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
})

test('a video whose sources arrive later loads them', async ({ page, site, stream, consent }) => {
  const source = site.url('/film.webm', { host: 'video.test' })
  const url = await stream(
    [
      `${filler}<video data-category="marketing" data-poster="${site.url('/pixel.gif', { host: 'video.test' })}">`,
      `<source data-category="marketing" data-src="${source}"></video>`,
    ],
    500,
  )
  await consent.remember(url, choices)
  await page.goto(url)
  await expect.poll(() => site.requests({ host: 'video.test', path: '/film.webm' }).length).toBeGreaterThan(0)
})
