import { readFile } from 'node:fs/promises'
import sanitizeHtml from 'sanitize-html'
import { expect } from '../harness/index.js'
import { test } from '../harness/shop.js'

/** A seeded generator: a failing run can be played again. */
function createRandom(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
}

const kinds = [
  'script',
  'iframe',
  'img',
  'video',
  'audio',
  'source',
  'embed',
  'object',
  'link',
  'template',
  'p',
  'a',
  'button',
  'svg',
  'form',
  'div',
]
const attributes = [
  'type',
  'src',
  'data-src',
  'data-srcset',
  'data-srcdoc',
  'data-href',
  'data-data',
  'data-poster',
  'data-type',
  'data-shown',
  'data-ran',
  'data-released',
  'data-consent-action',
  'data-service',
  'name',
  'id',
  'class',
  'href',
]
const values = (host: string) => [
  'text/plain',
  'module',
  'necessary',
  'accept-all',
  'save',
  '3',
  '1.x',
  'body',
  'currentScript',
  'querySelectorAll',
  'javascript:top.hit=1',
  'java\tscript:top.hit=1',
  'data:text/html,<script>top.hit=1</script>',
  '<script>top.hit=1</script>',
  `${host}/frame.html`,
  `${host}/tag.js?run=hit`,
  `${host}/pixel.gif 2x`,
]

/** Markup as an attacker writes it: tags of every kind with attributes of ours. */
function write(pick: ReturnType<typeof createRandom>, host: string): string {
  const list = values(host)
  const quote = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return Array.from({ length: 12 }, () => {
    const kind = pick(kinds)
    const category = pick(['necessary', 'statistics', 'necessary|statistics', '!statistics'])
    const given = [1, 2, 3, 4].map(() => `${pick(attributes)}="${quote(pick(list))}"`).join(' ')
    return `<${kind} data-category="${category}" ${given}>${pick(['top.hit=1', 'text', '<b>x</b>'])}</${kind}>`
  }).join('')
}

const SEED = 20261130
const ROUNDS = 40

for (const [sanitizer, where] of [
  ['DOMPurify', 'in the browser'],
  ['sanitize-html', 'on the server'],
] as const) {
  test(`markup that passed ${sanitizer} ${where} runs nothing, asks for nothing and answers nothing`, async ({
    page,
    site,
    shop,
    consent,
  }) => {
    const pick = createRandom(SEED)
    const host = new URL(site.url('/', { host: 'evil.test' })).origin
    const written = Array.from({ length: ROUNDS }, () => write(pick, host))
    await shop.open('<main>Shop</main><div id="comments"></div><p id="behind">behind</p>', {
      trusted: 'main',
    })
    // Pictures and links of their own a sanitizer may allow; nothing of ours may make more of the markup.
    if (sanitizer === 'DOMPurify') {
      await page.addScriptTag({
        content: await readFile('node_modules/dompurify/dist/purify.min.js', 'utf8'),
      })
    }
    const clean = written.map((html) =>
      sanitizeHtml(html, {
        allowedTags: false,
        allowVulnerableTags: true,
        disallowedTagsMode: 'discard',
        allowedAttributes: { '*': ['data-*', 'class', 'type'] },
      }),
    )
    await page.evaluate(
      ([dirty, clean]) => {
        const { DOMPurify } = window as unknown as {
          DOMPurify?: { sanitize(html: string, options: object): string }
        }
        const comments = document.querySelector('#comments') as Element
        const options = {
          ADD_TAGS: ['iframe', 'embed', 'object', 'template', 'link'],
          FORBID_ATTR: ['src', 'href', 'srcset', 'poster', 'data'],
        }
        comments.innerHTML = (DOMPurify ? dirty.map((it) => DOMPurify.sanitize(it, options)) : clean).join('')
      },
      [written, clean] as const,
    )
    expect(await page.locator('#comments [data-category]').count()).toBeGreaterThan(50)
    await page.waitForTimeout(300)
    const silent = async () => {
      expect(await page.evaluate(() => 'hit' in window)).toBe(false)
      expect(await site.ran(page)).toEqual([])
      expect(site.requests({ host: 'evil.test' })).toEqual([])
      await expect(page.locator('#behind')).toHaveText('behind')
    }
    await silent()
    expect(await consent.recordCookie()).toBeUndefined()
    await page.evaluate(() => void window.askfirst.acceptAll())
    await page.waitForTimeout(500)
    await silent()
    await page.evaluate(() => void window.askfirst.rejectAll())
    await page.waitForTimeout(300)
    await silent()
  })
}
