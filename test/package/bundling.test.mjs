import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { createConsumer } from './packed.mjs'

let consumer
before(async () => {
  consumer = await createConsumer()
})
after(() => consumer.remove())

async function bundle(source, condition) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: consumer.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: [condition, 'module'],
    external: Object.keys(consumer.manifest.peerDependencies ?? {}),
    write: false,
    logLevel: 'silent',
    logOverride: { 'ignored-bare-import': 'silent' },
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

const useAll = () =>
  consumer.modules
    .map((specifier, at) => `import * as all${at} from '${specifier}'; console.info(all${at})`)
    .join('\n')

test('what is imported and not used costs nothing', async () => {
  for (const specifier of consumer.modules)
    assert.equal((await bundle(`import * as all from '${specifier}'`, 'production')).trim(), '', specifier)
  assert.equal((await bundle(`import { createConsent } from 'askfirst'`, 'production')).trim(), '')
  // The same question with an answer that is not empty: the question works.
  assert.match(await bundle(`import { createConsent } from 'askfirst'; createConsent()`, 'production'), /\w/)
})

test('a plugin that is defined and not used costs nothing either', async () => {
  const text = await bundle(
    `import { definePlugin } from 'askfirst'; definePlugin({ name: 'x' })`,
    'production',
  )
  assert.equal(text.trim(), '')
})

/** The longest fixed part of each message passed to `warn`, straight from the sources. */
async function developmentWarnings() {
  const folder = fileURLToPath(new URL('../../src', import.meta.url))
  const found = []
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(file)) continue
    const text = await readFile(join(folder, file), 'utf8')
    for (const [, , message] of text.matchAll(/(?<![.\w])warn\(\s*([`'"])((?:\\.|(?!\1)[^\\])*)\1/g)) {
      const parts = message.split(/\$\{(?:[^{}]|\{[^}]*\})*\}|['"`\\]/)
      found.push(parts.sort((a, b) => b.length - a.length)[0])
    }
  }
  return found.filter((part) => part.length > 8)
}

test('warnings are in development builds and in no other', async () => {
  const warnings = await developmentWarnings()
  assert.ok(warnings.length > 0)
  const [bundled, production] = await Promise.all([
    bundle(useAll(), 'development'),
    bundle(useAll(), 'production'),
  ])
  const cdnFile = (name) => readFile(join(consumer.installed, 'dist/cdn', name), 'utf8')
  const cdn = await cdnFile('askfirst.js')
  // Warnings about script tags are in the file for script tags alone.
  const development = bundled + (await cdnFile('askfirst.dev.js'))
  for (const warning of warnings) {
    assert.ok(development.includes(warning), `development lacks: ${warning}`)
    assert.ok(!production.includes(warning), `production has: ${warning}`)
    assert.ok(!cdn.includes(warning), `the CDN file has: ${warning}`)
  }
  for (const text of [production, cdn]) assert.doesNotMatch(text, /__DEV__|console\.warn/)
})
