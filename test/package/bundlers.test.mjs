import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { build } from 'esbuild'
import { rolldown } from 'rolldown'
import { rollup } from 'rollup'
import webpack from 'webpack'
import { createConsumer } from './packed.mjs'

const source = `import { createConsent } from 'askfirst'
  globalThis.consent = createConsent({
    view: () => import('askfirst/view'),
    locales: { fr: () => import('askfirst/locales/fr') },
  })
  globalThis.consent.start()`

let consumer
let input
before(async () => {
  consumer = await createConsumer()
  input = join(consumer.folder, 'app.js')
  await writeFile(input, source)
})
after(() => consumer.remove())

const outputOf = async (name) => {
  const folder = join(consumer.folder, `out-${name}`)
  await mkdir(folder, { recursive: true })
  return folder
}

/** By bundler: writes the site into a folder. @returns what the bundler warned of */
const bundlers = {
  async esbuild(outdir) {
    const { warnings } = await build({
      entryPoints: [input],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir,
      absWorkingDir: consumer.folder,
      logLevel: 'silent',
    })
    return warnings.map(({ text }) => text)
  },
  async rollup(dir) {
    const warnings = []
    const bundle = await rollup({
      input,
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ message }) => warnings.push(message),
    })
    await bundle.write({ dir, format: 'es' })
    return warnings
  },
  async rolldown(dir) {
    const warnings = []
    const bundle = await rolldown({ input, onLog: (_, { message }) => warnings.push(message) })
    await bundle.write({ dir, format: 'es' })
    return warnings
  },
  async webpack(path) {
    const stats = await new Promise((resolve, reject) => {
      const options = { mode: 'production', context: consumer.folder, entry: input, output: { path } }
      webpack({ ...options, performance: false }, (error, result) =>
        error ? reject(error) : resolve(result),
      )
    })
    const { warnings, errors } = stats.toJson({ all: false, warnings: true, errors: true })
    return [...warnings, ...errors].map(({ message }) => message)
  },
}

for (const [name, bundle] of Object.entries(bundlers))
  test(`${name} warns of nothing, and puts the first screen of the view into one file`, async () => {
    const folder = await outputOf(name)
    assert.deepEqual(await bundle(folder), [])
    const files = (await readdir(folder)).filter((file) => file.endsWith('.js'))
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    const holding = (text) => texts.filter((one) => one.includes(text))
    const [banner, ...more] = holding('banner-title')
    assert.equal(more.length, 0)
    // The element tree, the English and the style sheet are with the banner, and it waits for no other file.
    for (const text of ['We use cookies', '.banner', 'data-consent-action'])
      assert.ok(banner.includes(text), text)
    assert.doesNotMatch(banner, /^import\b[^(]*["']\.\//m)
    // Neither is preact, which comes with the preferences.
    assert.doesNotMatch(banner, /__k|preact/)
  })
