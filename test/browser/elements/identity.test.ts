import { expect } from '../harness/index.js'
import { held, moments, note, test } from '../harness/shop.js'

const everything =
  'id="tag" class="third party" data-key="42" style="color: red" title="A tag" onload="count(event)" onerror="count(event)"'

/** Notes events by inline handlers, and marks the node before anything of ours has seen it released. */
const counting = `<script>
  window.events = []
  const count = ({ type, currentTarget }) => events.push(type + ' ' + currentTarget.id)
  new MutationObserver((_, observer) => {
    const tag = document.getElementById('tag')
    if (!tag) return
    observer.disconnect()
    window.original = tag
    tag.addEventListener('load', () => events.push('listener'))
  }).observe(document, { childList: true, subtree: true })
</script>`

const eventsOf = (page: import('@playwright/test').Page) =>
  page.evaluate(() => (window as unknown as { events: readonly string[] }).events)

for (const moment of moments) {
  test.describe(moment, () => {
    test('the very node that was in the page runs, where it was, with all it had', async ({
      page,
      site,
      shop,
    }) => {
      const src = site.tag('A', { code: 'ran.push(document.currentScript === window.original)' })
      await shop.accept(moment, `${counting}<p>before</p>${held(`${everything} src="${src}"`)}<p>after</p>`)
      await expect.poll(() => site.ran(page)).toEqual(['A', true])
      await expect.poll(() => eventsOf(page)).toEqual(['load tag', 'listener'])

      const tag = page.locator('script#tag')
      await expect(tag).toHaveCount(1)
      await expect(page.locator('p + script + p')).toHaveCount(1)
      expect(
        await tag.evaluate((node) => ({
          same: node === (window as unknown as { original: Element }).original,
          attributes: node.getAttributeNames().sort(),
          values: [
            node.className,
            node.dataset.key,
            node.dataset.category,
            node.style.color,
            node.getAttribute('title'),
          ],
        })),
      ).toEqual({
        same: true,
        attributes: [
          ...['class', 'data-category', 'data-key', 'data-ran', 'id', 'onerror', 'onload', 'src'],
          ...['style', 'title', 'type'],
        ],
        values: ['third party', '42', 'statistics', 'red', 'A tag'],
      })
    })

    test('inline code finds its own element and data as currentScript', async ({ page, site, shop }) => {
      const code = '(window.ran ||= []).push(document.currentScript.id, document.currentScript.dataset.key)'
      await shop.accept(
        moment,
        held('id="inline" data-key="1"', code) +
          held(`id="external" data-key="2" src="${site.tag('A', { code })}"`) +
          held(`id="later" data-key="3" data-src="${site.tag('B', { code })}"`),
      )
      await expect
        .poll(() => site.ran(page))
        .toEqual(['inline', '1', 'A', 'external', '2', 'B', 'later', '3'])
    })

    test('attributes of the request are kept, and the file is still fetched once', async ({
      page,
      site,
      shop,
    }) => {
      const plain = site.tag('plain')
      const headers = {
        header: [
          'Access-Control-Allow-Origin: http://www.shop.test:0',
          'Access-Control-Allow-Credentials: true',
        ],
      }
      // Behind a slow one, so that they are asked for before their turn.
      await shop.accept(
        moment,
        held(`src="${site.tag('slow', { delay: 700 })}"`) +
          held(`src="${plain}"`) +
          held(`crossorigin src="${site.tag('cors')}"`) +
          held(`crossorigin="anonymous" src="${site.tag('anonymous')}"`) +
          held(`referrerpolicy="no-referrer" src="${site.tag('no-referrer')}"`) +
          held(`referrerpolicy="unsafe-url" src="${site.tag('unsafe-url')}"`) +
          held(`fetchpriority="low" src="${site.tag('low')}"`) +
          held(`charset="utf-8" src="${site.tag('charset', headers)}"`),
      )
      const names = ['slow', 'plain', 'cors', 'anonymous', 'no-referrer', 'unsafe-url', 'low', 'charset']
      await expect.poll(() => site.ran(page)).toEqual(names)
      const requests = site.requests({ path: '/tag.js' })
      expect(requests.map(({ query }) => query.get('run')).sort()).toEqual([...names].sort())
      const sent = (name: string) => requests.find(({ query }) => query.get('run') === name)?.headers
      expect(sent('plain')?.origin).toBeUndefined()
      expect(sent('cors')?.origin).toMatch(/^http:\/\/www\.shop\.test/)
      expect(sent('anonymous')?.origin).toMatch(/^http:\/\/www\.shop\.test/)
      expect(sent('plain')?.referer).toMatch(/^http:\/\/www\.shop\.test:\d+\/$/)
      expect(sent('no-referrer')?.referer).toBeUndefined()
      expect(sent('unsafe-url')?.referer).toBe(page.url())
    })

    test('a file with the right integrity runs, one with a wrong one fails and is reported once', async ({
      page,
      site,
      shop,
    }) => {
      const good = site.file('/good.js', note('good'), { host: 'stats.test' })
      const { createHash } = await import('node:crypto')
      const integrity = `sha384-${createHash('sha384').update(note('good')).digest('base64')}`
      await shop.accept(
        moment,
        counting +
          held(`src="${site.tag('slow', { delay: 500 })}"`) +
          held(`crossorigin integrity="${integrity}" src="${good}"`) +
          held(
            `crossorigin integrity="${integrity}" id="bad" onload="count(event)" onerror="count(event)" src="${site.tag('bad')}"`,
          ) +
          held('', note('next')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['slow', 'good', 'next'])
      expect(await eventsOf(page)).toEqual(['error bad'])
      expect(await shop.failures()).toEqual([expect.stringContaining('run=bad')])
      expect(site.requests({ path: '/good.js' })).toHaveLength(1)
    })

    test('inline handlers hear of a failure once', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        counting + held(`${everything} src="${site.tag('A', { status: 500 })}"`) + held('', note('B')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['B'])
      expect(await eventsOf(page)).toEqual(['error tag'])
    })
  })
}

test('listeners and properties that code has put on the node stay', async ({ page, site, shop, consent }) => {
  await shop.open(held(`id="tag" src="${site.tag('A')}"`))
  await page.locator('#tag').evaluate((node) => {
    Object.assign(node, { mark: 'mine' })
    node.addEventListener('load', ({ currentTarget }) =>
      window.ran?.push(`loaded ${(currentTarget as unknown as { mark: string }).mark}`),
    )
  })
  await consent.accept()
  await expect.poll(() => site.ran(page)).toEqual(['A', 'loaded mine'])
})

test('nothing of a held tag is changed', async ({ page, site, shop, consent }) => {
  const markup = held(`id="tag" async src="${site.tag('A')}" onload="0"`).trim()
  await shop.open(markup)
  const before = await page.locator('#tag').evaluate((node) => node.outerHTML)
  await consent.reject()
  await expect(consent.banner).toBeHidden()
  expect(await page.locator('#tag').evaluate((node) => node.outerHTML)).toBe(before)
})
