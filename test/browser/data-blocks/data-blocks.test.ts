import { expect } from '../harness/index.js'
import { held, moments, note, test } from '../harness/shop.js'

for (const moment of moments) {
  test.describe(moment, () => {
    test('data blocks become what they are, never run, and hold up nobody', async ({ page, site, shop }) => {
      const violations = await site.violations(page)
      await shop.accept(
        moment,
        held('data-type="application/ld+json" id="ld"', '{ "@type": "Thing" }') +
          held(`data-type="application/ld+json" id="external" src="${site.tag('never')}"`) +
          held('data-type="text/x-template" id="template"', note('template')) +
          held('data-type="speculationrules" id="rules"', '{ "prefetch": [] }') +
          held('', note('A')) +
          held(`src="${site.tag('B')}"`),
        { scriptTimeout: 60_000 },
      )
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
      const types = ['ld', 'external', 'template', 'rules'].map((id) => page.locator(`#${id}`))
      expect(await Promise.all(types.map((script) => script.getAttribute('type')))).toEqual([
        'application/ld+json',
        'application/ld+json',
        'text/x-template',
        'speculationrules',
      ])
      // Nothing would make the browser fetch it, so we do not either.
      expect(site.requests({ path: '/tag.js' }).map(({ query }) => query.get('run'))).toEqual(['B'])
      expect(await page.locator('#ld').textContent()).toBe('{ "@type": "Thing" }')
      expect(violations).toEqual([])
    })

    test('an import map serves the modules after it', async ({ page, site, shop }) => {
      const lib = site.file('/lib.js', 'export default "mapped"', { host: 'lib.test' })
      await shop.accept(
        moment,
        held('data-type="importmap"', JSON.stringify({ imports: { lib } })) +
          held('data-type="module"', 'import lib from "lib"; (window.ran ||= []).push(lib)'),
      )
      await expect.poll(() => site.ran(page)).toEqual(['mapped'])
    })
  })
}

test('a data block is inert until then', async ({ page, shop, consent }) => {
  await shop.open(held('data-type="application/ld+json" id="ld"', '{}'))
  await expect(page.locator('#ld')).toHaveAttribute('type', 'text/plain')
  await consent.reject()
  await expect(consent.banner).toBeHidden()
  await expect(page.locator('#ld')).toHaveAttribute('type', 'text/plain')
})
