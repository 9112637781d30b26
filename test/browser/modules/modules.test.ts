import { expect } from '../harness/index.js'
import { held, moments, note, test } from '../harness/shop.js'

const module = (attributes: string, code = '') => held(`data-type="module" ${attributes}`, code)

for (const moment of moments) {
  test.describe(moment, () => {
    test('a module with an import and top-level await runs after the classic scripts, and holds up none', async ({
      page,
      site,
      shop,
    }) => {
      const part = site.url('/module.js', { host: 'lib.test', query: { run: 'part' } })
      const query = { run: 'module', import: part, await: 200 }
      await shop.accept(
        moment,
        module(`src="${site.url('/module.js', { host: 'stats.test', query })}"`) +
          held('', note('inline')) +
          held(`src="${site.tag('classic')}"`),
      )
      await expect.poll(() => site.ran(page)).toEqual(['inline', 'classic', 'part', 'module'])
      expect(site.requests({ path: '/module.js' })).toHaveLength(2)
    })

    test('inline modules import, know their address, and share what they import', async ({
      page,
      site,
      shop,
    }) => {
      const shared = site.file('/shared.js', 'export const list = (window.ran ||= [])', { host: 'lib.test' })
      const code = `import { list } from '${shared}'
        await 0
        list.push(import.meta.url === location.href, document.currentScript, this)`
      await shop.accept(
        moment,
        module('', code) + module('', `import { list } from '${shared}'; list.push('second')`),
      )
      await expect.poll(() => site.ran(page)).toHaveLength(4)
      // `undefined` of a module's `this` arrives as null or undefined, depending on the driver.
      const [isOwn, script, self, second] = await site.ran(page)
      expect([isOwn, script ?? 'none', self ?? 'none', second]).toEqual([true, 'none', 'none', 'second'])
      expect(site.requests({ path: '/shared.js' })).toHaveLength(1)
    })

    test('an external module knows its own address', async ({ page, site, shop }) => {
      const file = site.file('/own.js', '(window.ran ||= []).push(import.meta.url)', { host: 'lib.test' })
      await shop.accept(moment, module(`src="${file}"`))
      await expect.poll(() => site.ran(page)).toEqual([file])
    })

    test('modules keep document order, but for async ones', async ({ page, site, shop }) => {
      const address = (run: string, delay: number) =>
        site.url('/module.js', { host: 'stats.test', query: { run, delay } })
      await shop.accept(
        moment,
        module(`async src="${address('never', 0)}&hang=1"`) +
          module(`src="${address('A', 1500)}"`) +
          module(`src="${address('B', 0)}"`) +
          module('', note('C')) +
          module(`async src="${address('early', 0)}"`) +
          held(`defer src="${site.tag('D')}"`) +
          module('', note('E')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['early', 'A', 'B', 'C', 'D', 'E'])
    })

    test('module files are fetched in parallel, each once', async ({ page, site, shop }) => {
      const names = ['A', 'B', 'C']
      const address = (run: string) =>
        site.url('/module.js', { host: 'stats.test', query: { run, delay: 1000 } })
      await shop.accept(moment, names.map((name) => module(`src="${address(name)}"`)).join(''))
      await expect.poll(() => site.ran(page)).toEqual(names)
      const times = site.requests({ path: '/module.js' }).map(({ time }) => time)
      expect(times).toHaveLength(3)
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(1000)
    })

    test('a module that cannot be had is reported once and the next one runs', async ({
      page,
      site,
      shop,
    }) => {
      const missing = site.url('/module.js', { host: 'stats.test', query: { status: 404 } })
      const broken = site.url('/module.js', {
        host: 'stats.test',
        query: { run: 'broken', import: site.url('/nowhere.js') },
      })
      await shop.accept(
        moment,
        module(`src="${missing}"`) + module(`src="${broken}"`) + module('', note('next')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['next'])
      expect(await shop.failures()).toEqual([
        expect.stringContaining('status=404'),
        expect.stringContaining('run=broken'),
      ])
    })

    test('a module that never answers is given up after the timeout', async ({ page, site, shop }) => {
      const silent = site.url('/module.js', { host: 'stats.test', query: { hang: 1 } })
      await shop.accept(
        moment,
        module(`src="${silent}"`) +
          held(`defer src="${site.tag('A')}"`) +
          module('', note('B')) +
          module(`src="${site.url('/module.js', { query: { run: 'C' } })}"`) +
          held('', note('classic')),
        { scriptTimeout: 700 },
      )
      await expect.poll(() => site.ran(page)).toEqual(['classic', 'A', 'B', 'C'])
      expect(await shop.failures()).toHaveLength(1)
    })

    test('a nomodule fallback is passed over, as the browser would', async ({ page, site, shop }) => {
      await shop.accept(
        moment,
        held(`nomodule src="${site.tag('old')}"`) + held('nomodule', note('old')) + held('', note('next')),
      )
      await expect.poll(() => site.ran(page)).toEqual(['next'])
      expect(site.requests({ path: '/tag.js' })).toHaveLength(0)
    })
  })
}

test('an inline module that waits for an import does not run once consent is withdrawn', async ({
  page,
  site,
  shop,
  consent,
}) => {
  const slow = site.url('/module.js', { host: 'lib.test', query: { delay: 1000 } })
  await shop.open(module('', `import '${slow}'; ${note('late')}`), { reload: 'never' })
  await consent.accept()
  await expect.poll(() => site.requests({ path: '/module.js' })).toHaveLength(1)
  await shop.save({ statistics: false })
  await page.waitForTimeout(1500)
  expect(await site.ran(page)).toEqual([])
  expect(await shop.failures()).toEqual([])
})

test('an inline module does not run when the consent for it ends in the moment of its release', async ({
  page,
  site,
  shop,
  consent,
}) => {
  await shop.open(module('', note('revoked')) + module('', note('kept')), { reload: 'never' })
  await page.evaluate(() => {
    const [tag] = document.querySelectorAll('[data-category]')
    const observer = new MutationObserver(() => {
      observer.disconnect()
      window.askfirst.save({ statistics: false })
    })
    observer.observe(tag as Element, { attributeFilter: ['type'] })
  })
  await consent.accept()
  await page.waitForTimeout(500)
  expect(await site.ran(page)).toEqual([])
  // The second one was not handed over, and waits; whether the first one has run nobody could know.
  await shop.save({ statistics: true })
  await expect.poll(() => site.ran(page)).toEqual(['kept'])
})

test('a start anew, as by React’s StrictMode, takes back no inline module', async ({ page, site, shop }) => {
  // The gate has handed the module over before this listener is called, and the module runs after it.
  const anew = `<script>addEventListener('DOMContentLoaded', () => {
    ${note('anew')}
    askfirst.destroy()
    askfirst.start()
  })</script>`
  await shop.comeBack({ statistics: true }, module('', note('once')) + anew)
  await expect.poll(() => site.ran(page)).toEqual(['anew', 'once'])
})
