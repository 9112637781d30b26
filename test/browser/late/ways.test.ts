import { expect } from '../harness/index.js'
import { held, note, test } from '../harness/shop.js'

/** Ways in which a page puts `html` into itself. */
const ways = {
  'an adopted node of DOMParser': `document.body.append(document.adoptNode(new DOMParser().parseFromString(html, 'text/html').querySelector('div')))`,
  'an imported node': `document.body.append(document.importNode(new DOMParser().parseFromString(html, 'text/html').querySelector('div'), true))`,
  replaceChildren: `const t = document.createElement('template'); t.innerHTML = html; slot.replaceChildren(t.content)`,
  insertAdjacentHTML: `slot.insertAdjacentHTML('beforeend', html)`,
  setHTMLUnsafe: `slot.setHTMLUnsafe(html)`,
  outerHTML: `slot.outerHTML = html`,
  createContextualFragment: 'document.body.append(document.createRange().createContextualFragment(html))',
  'a custom element': `customElements.define('x-late', class extends HTMLElement { connectedCallback() { this.innerHTML = html } }); document.body.append(document.createElement('x-late'))`,
}

for (const [way, code] of Object.entries(ways)) {
  test(`markup by ${way} waits, and then works once and in order`, async ({ page, site, shop, consent }) => {
    const frame = site.url('/frame.html', { host: 'video.test' })
    const html = `<div>${held(`src="${site.tag('A', { delay: 200 })}"`)}${held('', note('B'))}
      ${held(`async src="${site.tag('async')}"`)}<iframe data-category="statistics" data-src="${frame}"></iframe>
      <template data-category="statistics"><script>${note('T')}</script></template>${held(`src="${site.tag('C')}"`)}</div>`
    await shop.open('<div id="slot"></div>')
    await page.evaluate(
      `{ const html = ${JSON.stringify(html)}; const slot = document.querySelector('#slot'); ${code} }`,
    )
    await page.waitForTimeout(150)
    expect(site.requests({ path: /tag|frame/ })).toHaveLength(0)

    await consent.accept()
    await expect.poll(async () => (await site.ran(page)).length).toBe(5)
    expect((await site.ran(page)).filter((run) => run !== 'async')).toEqual(['A', 'B', 'T', 'C'])
    await expect.poll(() => site.requests({ host: 'video.test' }).length).toBe(1)
    expect(site.requests({ path: '/tag.js' })).toHaveLength(3)
  })
}
