import { readdir, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { cdnFolder, cdnHost } from '../harness/cdn.js'
import { expect, test } from '../harness/index.js'
import type { Site } from '../harness/site.js'

const write = (attributes: object) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}='${value}'`)
    .join('')

/** The tag of a plugin's file. */
const plugin = (site: Site, name: string, attributes: object = {}) =>
  `<script src="${site.url(`${cdnFolder}plugins/${name}.js`, { host: cdnHost })}"${write(attributes)}></script>`

/** Console lines of ours, as they come. */
function collectLines(page: Page): readonly string[] {
  const lines: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('[askfirst]')) lines.push(message.text())
  })
  page.on('pageerror', (error) => lines.push(`thrown: ${error.message}`))
  return lines
}

const ask = (site: Site) => `<script>
  const address = ${JSON.stringify(site.url('/collect', { host: 'stats.test' }))}
  fetch(address).catch(() => {})
</script>`

test('every plugin has a file of its name, with its hash in the manifest', async ({
  page,
  site,
  consent,
}) => {
  const folder = new URL('../../../', import.meta.url)
  const manifest = JSON.parse(await readFile(new URL('dist/cdn/manifest.json', folder), 'utf8'))
  const folders = await readdir(new URL('src/plugins/', folder), { withFileTypes: true })
  const names = folders
    .filter((it) => it.isDirectory() && !it.name.startsWith('define-'))
    .map(({ name }) => name)
  expect(names).toContain('google-consent-mode')
  const lines = collectLines(page)
  const tags = names.map((name) => {
    const integrity = manifest[`plugins/${name}.js`]
    expect(integrity, name).toMatch(/^sha384-/)
    const needed: { readonly [name: string]: object } = {
      'consent-log': { 'data-endpoint': '/receipts' },
      'amazon-consent-signal': { 'data-country': 'BE' },
      'import-choices': { 'data-from': 'klaro' },
      markup: { 'data-aliases': 'klaro' },
      zaraz: { 'data-types': 'dgHk=statistics' },
    }
    return plugin(site, name, { integrity, crossorigin: 'anonymous', ...needed[name] })
  })
  await page.goto(site.page(`<title>Shop</title>${tags.join('')}${site.cdn()}<body>`))
  await consent.banner.waitFor()
  expect(lines).toEqual([])
})

test('the order of the tags is the order of the plugins', async ({ page, site, consent }) => {
  const note = (name: string) =>
    `<script>(window.askfirstPlugins ||= []).push({ name: '${name}', setup() { (window.ran ||= []).push('${name}') } })</script>`
  await page.goto(site.page(`<title>Shop</title>${note('A')}${note('B')}${site.cdn()}${note('C')}<body>`))
  await consent.banner.waitFor()
  expect(await site.ran(page)).toEqual(['A', 'B', 'C'])
})

test('a plugin takes its options from its attributes and from a JSON block', async ({
  page,
  site,
  consent,
}) => {
  const lines = collectLines(page)
  const block = (id: string, json: object) =>
    `<script type="application/json" id="${id}">${JSON.stringify(json)}</script>`
  const endpoint = site.url('/receipts', { host: 'log.test' })
  site.file('/receipts', '', { host: 'log.test' })
  await page.goto(
    site.page(`<title>Shop</title>
      ${block('rules', { rules: [{ match: 'stats.test', category: 'statistics' }] })}
      ${block('log', { endpoint: '/nowhere', hash: 'of-texts' })}
      ${plugin(site, 'auto-block', { 'data-config': '#rules', 'data-rules': 'video.test=marketing' })}
      ${plugin(site, 'consent-log', { 'data-config': '#log', 'data-endpoint': endpoint })}
      ${site.cdn()}<body>${ask(site)}`),
  )
  await consent.banner.waitFor()
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  await consent.accept()
  await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(1)
  await expect.poll(() => site.requests({ host: 'log.test' }).length).toBe(1)
  expect(JSON.parse(`${site.requests({ host: 'log.test' })[0]?.body}`)).toMatchObject({ texts: 'of-texts' })
  expect(lines).toEqual([])
})

test('attributes of optimisers are left alone', async ({ page, site, consent }) => {
  const lines = collectLines(page)
  const tag = plugin(site, 'replay', { 'data-cfasync': 'false', 'data-no-defer': '1' })
  await page.goto(site.page(`<title>Shop</title>${tag}${site.cdn()}<body>`))
  await consent.banner.waitFor()
  expect(lines).toEqual([])
})

test('a file at its place before the folder works as before', async ({ page, site, consent }) => {
  const src = site.url(`${cdnFolder}auto-block.js`, { host: cdnHost })
  const tag = `<script src="${src}" data-rules="stats.test=statistics"></script>`
  await page.goto(site.page(`<title>Shop</title>${tag}${site.cdn()}<body>${ask(site)}`))
  await consent.banner.waitFor()
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  await consent.accept()
  await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(1)
})

test('a tag behind askfirst.js is set up late and says so', async ({ page, site, consent }) => {
  const lines = collectLines(page)
  const tag = plugin(site, 'auto-block', { 'data-rules': 'stats.test=statistics' })
  await page.goto(site.page(`<title>Shop</title>${site.cdn()}${tag}<body>${ask(site)}`))
  await consent.banner.waitFor()
  expect(lines).toEqual([
    '[askfirst] plugins/auto-block.js: it came after askfirst.js and is set up late. Place its tag before the tag of askfirst.js.',
  ])
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
  await consent.accept()
  await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(1)
})

test('a plugin that comes while the consent object is stopped is set up when it starts again', async ({
  page,
  site,
  consent,
}) => {
  await page.goto(site.page(`<title>Shop</title>${site.cdn()}<body>`))
  await consent.banner.waitFor()
  await page.evaluate(() => {
    const globals = window as unknown as {
      askfirst: { start(): void; destroy(): void }
      askfirstPlugins: object[]
    }
    globals.askfirst.destroy()
    globals.askfirstPlugins.push({
      name: 'late',
      setup() {
        window.ran = ['late']
      },
    })
    globals.askfirst.start()
  })
  await expect.poll(() => site.ran(page)).toEqual(['late'])
})

test('a plugin of another version is used and says so', async ({ page, site, consent }) => {
  const lines = collectLines(page)
  const file = new URL('../../../dist/cdn/plugins/auto-block.js', import.meta.url)
  const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))
  const old = (await readFile(file, 'utf8')).replaceAll(version, '0.0.9')
  const src = site.file('/plugins/auto-block.js', old)
  const tag = `<script src="${src}" data-rules="stats.test=statistics"></script>`
  await page.goto(site.page(`<title>Shop</title>${tag}${site.cdn()}<body>${ask(site)}`))
  await consent.banner.waitFor()
  expect(lines).toEqual([
    `[askfirst] plugins/auto-block.js: its version is 0.0.9, that of askfirst.js ${version}. Load both from one version.`,
  ])
  expect(site.requests({ host: 'stats.test' })).toHaveLength(0)
})

const faults: readonly (readonly [name: string, attributes: object, line: RegExp])[] = [
  [
    'an attribute that is not known',
    { 'data-rulse': 'stats.test=statistics' },
    /data-rulse is unknown\. Use data-config, data-rules\.$/,
  ],
  [
    'a rule that can match nothing',
    { 'data-rules': 'https://a.test=statistics stats.test=statistics' },
    /data-rules=".*" cannot work\. Use a host and a category, such as stats\.example=statistics, not \{.*"https:\/\/a\.test".*\}\.$/,
  ],
  [
    'a JSON block that is not there',
    { 'data-config': '#none', 'data-rules': 'stats.test=statistics' },
    /data-config="#none" does not lead to a JSON object\. Put a <script type="application\/json"> with that id before this tag\.$/,
  ],
  [
    'an element that is no JSON block',
    { 'data-config': '#text', 'data-rules': 'stats.test=statistics' },
    /data-config="#text" does not lead to a JSON object/,
  ],
]

for (const [name, attributes, line] of faults) {
  test(`${name} is one sentence, and the rest works`, async ({ page, site, consent }) => {
    const lines = collectLines(page)
    const text = `<p id="text" hidden>{ "rules": [{ "match": "other.test", "category": "marketing" }] }</p>`
    const tag = plugin(site, 'auto-block', attributes)
    await page.goto(site.page(`<title>Shop</title>${text}${tag}${site.cdn()}<body>${ask(site)}`))
    await consent.banner.waitFor()
    expect(lines).toEqual([expect.stringMatching(line)])
    expect(lines[0]).toMatch(/^\[askfirst\] plugins\/auto-block\.js: /)
    const isHeld = Object.values(attributes).join().includes('stats.test') && !('data-rulse' in attributes)
    expect(site.requests({ host: 'stats.test' })).toHaveLength(isHeld ? 0 : 1)
    await consent.accept()
    await expect.poll(() => site.requests({ host: 'stats.test' }).length).toBe(1)
  })
}

test('a plugin that lacks what it needs is one sentence, and the banner is shown', async ({
  page,
  site,
  consent,
}) => {
  const lines = collectLines(page)
  await page.goto(site.page(`<title>Shop</title>${plugin(site, 'consent-log')}${site.cdn()}<body>`))
  await consent.banner.waitFor()
  expect(lines).toEqual([
    '[askfirst] plugins/consent-log.js: data-endpoint is missing. Give the address that takes receipts. The plugin is not used.',
  ])
})
