import '../harness/events.js'
import type { Page } from '@playwright/test'
import { expect, test } from '../harness/index.js'
import { held } from '../harness/shop.js'

const source = `
  import { createConsent } from 'askfirst'
  import { replay } from 'askfirst/plugins/replay'
  window.consent = createConsent({ plugins: [replay()] })
  window.consent.start()`

/** Notes an event under a name, with what is seen of it. */
const listening = `<script>
  window.ran = []
  window.note = (name) => function ({ type, target, currentTarget }) {
    const right = target === document && currentTarget === this
    ran.push(name + ' ' + type + (right ? '' : ' is wrong'))
  }
  document.addEventListener('DOMContentLoaded', () => ran.push('page DOMContentLoaded'))
  addEventListener('load', () => ran.push('page load'))
  window.onload = () => ran.push('page onload')
</script>`

const own = ['page DOMContentLoaded', 'page load', 'page onload']

const agree = (page: Page) => page.evaluate(() => void window.consent.acceptAll())
/** Longer than anything here waits. */
const settle = (page: Page) => page.waitForTimeout(300)

test.describe('of a script that is released after the page was loaded', () => {
  const cases: readonly (readonly [what: string, code: string, expected: readonly string[]])[] = [
    [
      'listeners are called once, in the order of the events',
      `addEventListener('load', note('a'))
       window.addEventListener('DOMContentLoaded', note('b'))
       document.addEventListener('DOMContentLoaded', note('c'))
       window.addEventListener('DOMContentLoaded', note('d'), true)
       document.addEventListener('readystatechange', note('e'))
       ran.push('end')`,
      [
        'end',
        'd DOMContentLoaded',
        'c DOMContentLoaded',
        'b DOMContentLoaded',
        'e readystatechange',
        'a load',
      ],
    ],
    [
      'handlers are called once, and what they chain is not called again',
      `const before = window.onload
       window.onload = function (event) { before && before(event); note('a').call(this, event) }
       document.onreadystatechange = note('b')`,
      ['b readystatechange', 'a load'],
    ],
    [
      'objects are called with themselves',
      `addEventListener('load', { handleEvent({ type }) { ran.push(type + ' ' + this.name) }, name: 'mine' })`,
      ['load mine'],
    ],
    [
      'those that are added twice are called once, and on the way down those are other ones',
      `const a = note('a')
       document.addEventListener('DOMContentLoaded', a)
       document.addEventListener('DOMContentLoaded', a, { passive: true })
       document.addEventListener('DOMContentLoaded', a, { capture: true, once: true })`,
      ['a DOMContentLoaded', 'a DOMContentLoaded'],
    ],
    [
      'those that are removed before their turn are not called',
      `const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(note)
       const controller = new AbortController()
       addEventListener('load', a); removeEventListener('load', a)
       addEventListener('load', b, { signal: controller.signal }); controller.abort()
       addEventListener('load', c, true); removeEventListener('load', c)
       document.addEventListener('DOMContentLoaded', () => removeEventListener('load', d))
       addEventListener('load', d)`,
      ['c load'],
    ],
    [
      'one that throws is reported and stops nothing',
      `onerror = (message) => ran.push(message.replace(/^Uncaught /, ''))
       document.addEventListener('DOMContentLoaded', () => { throw new Error('mine') })
       document.addEventListener('DOMContentLoaded', note('a'))
       addEventListener('load', note('b'))`,
      ['Error: mine', 'a DOMContentLoaded', 'b load'],
    ],
    [
      'one that listens for the next event hears it, and for the same one does not',
      `document.addEventListener('DOMContentLoaded', () => {
         document.addEventListener('DOMContentLoaded', note('a'))
         addEventListener('load', note('b'))
       })`,
      ['b load'],
    ],
    [
      'those for other events and of other targets are left alone',
      `const image = new Image()
       image.addEventListener('load', () => ran.push('image'))
       image.src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
       document.addEventListener('load', note('a'))
       addEventListener('pageshow', note('b'))
       addEventListener.call(document.createElement('p'), 'load', note('c'))`,
      ['image'],
    ],
    [
      'what its timers add comes too late, as everywhere',
      `setTimeout(() => addEventListener('load', note('a')), 30)
       addEventListener('load', note('b'))`,
      ['b load'],
    ],
  ]
  for (const [what, code, expected] of cases) {
    test(what, async ({ page, site }) => {
      await page.goto(site.page(`${listening}${await site.bundle(source)}${held('', code)}`))
      await expect.poll(() => site.ran(page)).toEqual(own)
      await agree(page)
      await expect.poll(() => site.ran(page)).toHaveLength(own.length + expected.length)
      await settle(page)
      expect((await site.ran(page)).slice(own.length)).toEqual(expected)
    })
  }
})

test('external scripts and modules are known too, and events wait until all have run', async ({
  page,
  site,
}) => {
  const listen = (name: string) =>
    `addEventListener('load', note('${name}')); document.addEventListener('DOMContentLoaded', () => ran.push('${name} sees ' + window.made))`
  const module = site.file(
    '/module.js',
    `${listen('module')}; setTimeout(() => addEventListener('load', note('timer')), 30)`,
  )
  await page.goto(
    site.page(`${listening}${await site.bundle(source)}${held('', listen('inline'))}
      ${held(`src="${site.tag('A', { code: listen('file') })}"`)}
      ${held(`data-type="module" src="${module}"`)}
      ${held(`src="${site.tag('B', { delay: 300, code: 'window.made = 1' })}"`)}`),
  )
  await expect.poll(() => site.ran(page)).toEqual(own)
  await agree(page)
  await expect.poll(() => site.ran(page)).toHaveLength(own.length + 8)
  await settle(page)
  expect((await site.ran(page)).slice(own.length)).toEqual([
    'A',
    'B',
    'inline sees 1',
    'file sees 1',
    'module sees 1',
    'inline load',
    'file load',
    'module load',
  ])
})

test("the page's own listeners that come too late are not called", async ({ page, site }) => {
  await page.goto(
    site.page(`${listening}${await site.bundle(source)}${held('', `addEventListener('load', note('a')); window.call()`)}
    <script>window.call = () => setTimeout(() => addEventListener('load', note('called')))</script>`),
  )
  await expect.poll(() => site.ran(page)).toEqual(own)
  await agree(page)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = `addEventListener('load', note('page')); onload = note('page')`
    document.head.append(script)
  })
  await expect.poll(() => site.ran(page)).toEqual([...own, 'a load'])
  await settle(page)
  expect(await site.ran(page)).toEqual([...own, 'a load'])
})

test('a listener that comes in time is called by the browser, and none twice', async ({
  page,
  site,
  consent,
}) => {
  const listen = `document.addEventListener('DOMContentLoaded', note('a')); addEventListener('load', note('b'))`
  // The inline script runs before DOMContentLoaded, the file between it and `load`.
  const url = site.page(
    `${listening}${await site.bundle(source)}${held('', listen)}
    ${held(`src="${site.tag('A', { delay: 300, code: listen })}"`)}<img src="${site.url('/pixel.gif', { query: { delay: 600 } })}">`,
  )
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await settle(page)
  const ran = await site.ran(page)
  expect(ran.filter((it) => !it.startsWith('page'))).toEqual([
    'a DOMContentLoaded',
    'A',
    'a DOMContentLoaded',
    'b load',
    'b load',
  ])
})

test('DOMContentLoaded comes before load where the load waited for the script alone', async ({
  page,
  site,
  consent,
}) => {
  const code = `addEventListener('load', note('b')); document.addEventListener('DOMContentLoaded', note('a'))`
  const url = site.page(
    `${listening}${await site.bundle(source)}${held(`src="${site.tag('A', { delay: 300, code })}"`)}`,
  )
  await consent.remember(url, { preferences: true, statistics: true, marketing: true })
  await page.goto(url)
  await settle(page)
  const ran = await site.ran(page)
  expect(ran.filter((it) => !it.startsWith('page'))).toEqual(['A', 'a DOMContentLoaded', 'b load'])
})

test('a withdrawal drops what has not been called', async ({ page, site }) => {
  await page.goto(
    site.page(`${listening}${await site.bundle(source.replace('{ plugins', "{ reload: 'never', plugins"))}
      ${held('', `addEventListener('load', note('a'))`)}
      <script type="text/plain" data-category="marketing">addEventListener('load', note('b'))</script>
      ${held(`src="${site.tag('A', { delay: 500 })}"`)}`),
  )
  await agree(page)
  await page.waitForTimeout(250)
  await page.evaluate(() => void window.consent.withdraw('statistics'))
  await expect.poll(() => site.ran(page)).toEqual([...own, 'b load'])
  await settle(page)
  expect(await site.ran(page)).toEqual([...own, 'b load'])
})

test('destroy puts everything back as it was', async ({ page, site }) => {
  const look = `() => JSON.stringify([[window, 'onload'], [Document.prototype, 'onreadystatechange'],
    ...[EventTarget.prototype, window, document].flatMap((it) => [[it, 'addEventListener'], [it, 'removeEventListener']])]
    .map(([it, name]) => { const found = Object.getOwnPropertyDescriptor(it, name); return found && [...Object.entries(found)].map(([key, value]) => [key, String(value)]) }))`
  await page.goto(
    site.page(`<script>window.look = ${look}; window.before = look()
      window.natives = () => [EventTarget.prototype.addEventListener, Object.getOwnPropertyDescriptor(window, 'onload').set]
      window.first = natives()</script>${await site.bundle(source)}`),
  )
  await page.waitForFunction(() => window.consent)
  const compare = () =>
    page.evaluate(() => {
      type It = { look(): string; before: string; natives(): unknown[]; first: unknown[] }
      const { look, before, natives, first } = window as unknown as It
      return [look() === before, natives().every((it, index) => it === first[index])]
    })
  expect(await compare()).toEqual([false, false])
  await page.evaluate(() => window.consent.destroy())
  expect(await compare()).toEqual([true, true])
})

for (const [policy, csp, attributes] of [
  ['nonces', "script-src 'nonce-x'; style-src 'nonce-x'", 'nonce="x"'],
  ['Trusted Types', "require-trusted-types-for 'script'; trusted-types 'none'", ''],
] as const) {
  test(`nothing is violated under ${policy}`, async ({ page, site }) => {
    const violations = await site.violations(page)
    const script = await site.bundle(source, { attributes: attributes ? { nonce: 'x' } : {} })
    const code = `addEventListener('load', note('b')); onload = note('c'); document.addEventListener('DOMContentLoaded', note('a'))`
    await page.goto(
      site.page(
        `${listening.replace('<script', `<script ${attributes}`)}${script}${held(attributes, code)}`,
        {
          csp,
        },
      ),
    )
    await expect.poll(() => site.ran(page)).toEqual(own)
    await agree(page)
    await expect.poll(() => site.ran(page)).toEqual([...own, 'a DOMContentLoaded', 'b load', 'c load'])
    expect(violations).toEqual([])
  })
}
