import { expect, test } from '../harness/index.js'
import { openStage } from '../harness/stage.js'

// Switches slide for an eighth of a second where they may.
test.use({ firefoxPrefs: { 'ui.prefersReducedMotion': 1 }, contextOptions: { reducedMotion: 'reduce' } })

const html = `<main><h1>Shop</h1>
  <iframe title="Film" data-category="marketing" data-src="/frame.html" width="400" height="225"></iframe></main>`

type Pair = readonly [what: string, front: string, back: string, least: number]

/** Contrast of WCAG 2.2 (relative luminance, section 1.4.3) of two computed colours. */
function contrast(front: string, back: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(front), luminance(back)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('the ratio is that of the specification', () => {
  expect(contrast('rgb(0, 0, 0)', 'rgb(255, 255, 255)')).toBeCloseTo(21)
  expect(contrast('rgb(119, 119, 119)', 'rgb(255, 255, 255)')).toBeCloseTo(4.48, 1)
})

for (const name of ['default', 'slate', 'paper', 'forest', 'contrast']) {
  for (const theme of ['light', 'dark'] as const) {
    test(`the ${theme} colours of ${name} are told apart`, async ({ page, site, consent }) => {
      const href = site.url(`/askfirst@1/dist/cdn/themes/${name}.css`, { host: 'cdn.test' })
      const link = name === 'default' ? '' : `<link rel="stylesheet" href="${href}">`
      const stage = await openStage(page, site, html, link)
      await stage.show({ banner: { theme } })
      await expect(page.frameLocator('iframe').getByRole('group')).toBeVisible()
      await consent.preferences()
      await consent.switch('Statistics').check()
      const pairs = await page.evaluate(() => {
        const root = document.getElementById('askfirst')?.shadowRoot as ShadowRoot
        const held = document.querySelector('iframe')?.contentDocument as Document
        const get = (from: ParentNode, selector: string, property: string) =>
          getComputedStyle(from.querySelector(selector) as Element).getPropertyValue(property)
        const surface = get(root, '.banner', 'background-color')
        const button = get(root, '.banner [part=button]', 'background-color')
        return [
          ['title', get(root, '.banner h2', 'color'), surface, 4.5],
          ['text', get(root, '.banner p', 'color'), surface, 4.5],
          ['link', get(root, '.banner a', 'color'), surface, 4.5],
          ['label of a button', get(root, '.banner [part=button]', 'color'), button, 4.5],
          ['button', button, surface, 3],
          ['focus ring', get(root, '.banner h2', 'color'), surface, 3],
          ['switch, off', get(root, '#marketing', 'border-top-color'), surface, 3],
          ['switch, on', get(root, '#statistics', 'background-color'), surface, 3],
          ['placeholder', get(held, 'p', 'color'), get(held, '.placeholder', 'background-color'), 4.5],
        ] as Pair[]
      })
      const weak = pairs
        .map(([what, front, back, least]) => ({ what, ratio: contrast(front, back), least }))
        .filter(({ ratio, least }) => ratio < least)
      expect(weak).toEqual([])
      if (name === 'contrast') expect(contrast(pairs[1]?.[1] ?? '', pairs[1]?.[2] ?? '')).toBeGreaterThan(7)
      // A theme that was not found would pass as the default.
      const background = pairs[0]?.[2]
      const plain = theme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(25, 27, 32)'
      if (['slate', 'paper'].includes(name)) expect(background).not.toBe(plain)
      if (name === 'default') expect(background).toBe(plain)
    })
  }
}

test('five lines of CSS make it the site’s own, with every choice alike', async ({ page, site, consent }) => {
  const css = `:root { --askfirst-accent: rgb(120, 0, 80); --askfirst-accent-text: rgb(255, 255, 255);
    --askfirst-radius: 0px; --askfirst-font: serif } #askfirst::part(button) { text-transform: uppercase }`
  const stage = await openStage(page, site, html, `<style>${css}</style>`)
  await stage.show()
  const looks = await consent.banner.getByRole('button').evaluateAll((all) =>
    all.map((it) => {
      const { backgroundColor, color, borderRadius, fontFamily, textTransform } = getComputedStyle(it)
      return [backgroundColor, color, borderRadius, fontFamily, textTransform].join(' | ')
    }),
  )
  expect(new Set(looks)).toEqual(new Set(['rgb(120, 0, 80) | rgb(255, 255, 255) | 0px | serif | uppercase']))
})
