import { readFile } from 'node:fs/promises'
import { expect, test } from '../harness/index.js'

const manifest = new URL('../../../dist/cdn/manifest.json', import.meta.url)

async function integrityOf(file: string): Promise<string> {
  const integrity = JSON.parse(await readFile(manifest, 'utf8')) as { readonly [file: string]: string }
  return integrity[file] ?? 'missing'
}

test('the tag works with the hash of the manifest', async ({ page, site, consent }) => {
  const violations = await site.violations(page)
  const integrity = await integrityOf('askfirst.js')
  expect(integrity).toMatch(/^sha384-[\w+/]{64}$/)
  await page.goto(
    site.page(`${site.cdn({ integrity, crossorigin: 'anonymous' })}
      <script type="text/plain" data-category="statistics" src="${site.tag('A')}"></script>`),
  )

  await consent.preferences()
  await consent.switch(/statistics/i).click()
  await consent.save()
  await expect.poll(() => site.ran(page)).toEqual(['A'])
  expect(violations).toEqual([])
})

test('the manifest has the right hash for the files the tag asks for', async ({ page, site, consent }) => {
  await page.goto(site.page(site.cdn({ 'data-locale': 'fr' })))
  await consent.preferences()
  const asked = site.requests({ host: 'cdn.test' }).map(({ path }) => path.replace(/.*\/dist\/cdn\//, ''))
  expect(asked).toEqual(expect.arrayContaining(['askfirst.js', 'locales/fr.js', 'preferences.js']))

  const imports = await Promise.all(
    asked.map(async (file) => {
      const integrity = await integrityOf(file)
      const src = site.url(`/askfirst@1/dist/cdn/${file}`, { host: 'cdn.test' })
      return `<link rel="modulepreload" href="${src}" integrity="${integrity}" crossorigin onload="(window.ran ||= []).push('${file}')">`
    }),
  )
  await page.goto(site.page(`<head>${imports.join('')}</head>`, { path: '/hashes' }))
  await expect.poll(async () => [...(await site.ran(page))].sort()).toEqual([...asked].sort())
})

test('a changed file is refused by the browser and everything stays held', async ({
  page,
  site,
  consent,
}) => {
  const integrity = `sha384-${'A'.repeat(64)}`
  await page.goto(
    site.page(`${site.cdn({ integrity, crossorigin: 'anonymous' })}<h1>Shop</h1>
      <script type="text/plain" data-category="necessary" src="${site.tag('A')}"></script>`),
  )

  await expect(page.getByRole('heading')).toBeVisible()
  await expect(consent.banner).toHaveCount(0)
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  expect(await consent.cookieNames()).toEqual([])
})

test.describe('on a cross-origin isolated page', () => {
  test.use({ secure: true })

  for (const attributes of [{}, { crossorigin: 'anonymous' }]) {
    test(`the tag works ${'crossorigin' in attributes ? 'with' : 'without'} crossorigin`, async ({
      page,
      site,
      consent,
    }) => {
      const violations = await site.violations(page)
      const open = site.tag('A', { header: 'Cross-Origin-Resource-Policy: cross-origin' })
      await page.goto(
        site.page(
          `${site.cdn(attributes)}
          <script type="text/plain" data-category="statistics" src="${open}"></script>
          <script type="text/plain" data-category="statistics" src="${site.tag('B')}" crossorigin></script>`,
          {
            headers: {
              'Cross-Origin-Opener-Policy': 'same-origin',
              'Cross-Origin-Embedder-Policy': 'require-corp',
            },
          },
        ),
      )

      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
      await consent.preferences()
      await consent.switch(/statistics/i).click()
      await consent.save()
      await expect.poll(() => site.ran(page)).toEqual(['A', 'B'])
      expect(violations).toEqual([])
    })
  }
})
