import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, relative, sep } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { listEntries } from './entries.mjs'

/**
 * Budgets in bytes after brotli 11, 1 kB = 1000 B. A figure over its budget fails. A pair is a budget that the
 * library does not meet yet, and the size it must not pass meanwhile (docs/decisions/0006-size.md).
 */
const budgets = {
  'askfirst/core': [5_600, 8_450],
  askfirst: [9_400, 15_630],
  'askfirst + first-visit banner': [13_600, 21_070],
  'preferences on top, preact included': 8_800,
  'popover on top': 6_000,
  'askfirst/declaration, mounted': [5_500, 6_100],
  'askfirst/devtools': 8_000,
  'dist/cdn/askfirst.js': [13_200, 20_950],
  'dist/cdn/core.js': [9_400, 16_400],
  'dist/cdn/cookiebot.js': [24_000, 30_960],
}

/** Budgets of entries that come in numbers, and of those of them that do more. */
const kinds = {
  plugins: 500,
  import: 500,
  locales: 1_500,
  regions: 500,
  server: [1_200, 2_850],
}
const larger = {
  'askfirst/plugins/auto-block': [4_200, 6_700],
  'askfirst/plugins/consent-log': [1_200, 1_470],
  'askfirst/plugins/replay': [800, 900],
  'askfirst/plugins/google-consent-mode': 700,
  'askfirst/plugins/import-choices': [800, 1_800],
  'askfirst/plugins/markup': [2_000, 2_200],
}
/** On top of `define-signal`, which a site with several vendors has once. */
const SIGNAL = 300

const rootUrl = new URL('../', import.meta.url)
const root = fileURLToPath(rootUrl)
const { peerDependencies = {} } = JSON.parse(await readFile(new URL('package.json', rootUrl), 'utf8'))

function compress(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return brotliCompressSync(bytes, { params }).length
}

/** Builds `source` as a site's own bundler would, and answers what its parts weigh. */
async function bundle(source) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: root, sourcefile: 'fixture.js' },
    absWorkingDir: root,
    // This project's own `paths` lead to `src`; users have none.
    tsconfigRaw: '{}',
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    target: 'es2022',
    charset: 'utf8',
    conditions: ['production', 'module'],
    external: Object.keys(peerDependencies),
    write: false,
    metafile: true,
    outdir: 'out',
    entryNames: 'entry',
    logLevel: 'error',
  })
  const sizeOf = new Map(
    outputFiles.map(({ path, contents }) => [relative(root, path).split(sep).join('/'), compress(contents)]),
  )
  const { outputs } = metafile

  /** `file` and all it imports statically: what is fetched in one go. */
  const reach = (file, seen = new Set()) => {
    if (seen.has(file)) return seen
    seen.add(file)
    for (const { path, kind, external } of outputs[file].imports)
      if (kind === 'import-statement' && !external) reach(path, seen)
    return seen
  }
  return {
    entry: () => reach('out/entry.js'),
    /** The files behind dynamic imports of built modules of that name; rollup numbers namesakes. */
    lazy: (name) => {
      const isIt = (file) => new RegExp(`^${name}\\d*\\.js$`).test(basename(outputs[file].entryPoint ?? ''))
      return Object.keys(outputs)
        .filter(isIt)
        .reduce((seen, file) => reach(file, seen), new Set())
    },
    weigh: (files) => [...files].reduce((total, file) => total + sizeOf.get(file), 0),
  }
}

async function weighEntry(specifier) {
  const { weigh, entry } = await bundle(`import * as all from '${specifier}'; globalThis.all = all`)
  return weigh(entry())
}

/** The same entry by Vite's bundler, printed beside: minifiers differ by 5 %. */
async function weighWithRolldown(specifier) {
  const { build: bundleWith } = await import('rolldown')
  const { output } = await bundleWith({
    input: 'fixture',
    write: false,
    platform: 'browser',
    logLevel: 'silent',
    external: Object.keys(peerDependencies),
    resolve: { conditionNames: ['production', 'module', 'import', 'default'] },
    plugins: [
      {
        name: 'fixture',
        resolveId: (id) => (id === 'fixture' ? `${root}fixture.js` : null),
        load: (id) =>
          id === `${root}fixture.js` ? `import * as all from '${specifier}'; globalThis.all = all` : null,
      },
    ],
    output: { format: 'es', minify: true, codeSplitting: false },
  })
  return compress(Buffer.from(output[0].code))
}

const rows = []
const add = (entry, size, budget = budgets[entry]) => rows.push([entry, size, budget])
const entries = await listEntries(rootUrl)
const specifiers = entries.map(({ specifier }) => specifier)

add('askfirst/core', await weighEntry('askfirst/core'))
add('askfirst', await weighEntry('askfirst'))

const visit = await bundle(`import { createConsent } from 'askfirst'
  globalThis.consent = createConsent({ view: () => import('askfirst/view') })`)
const without = (files, fetched) => [...files].filter((file) => !fetched.has(file))
// `index` is the fixture's own dynamic import.
const first = new Set([...visit.entry(), ...visit.lazy('index')])
const preferences = without(visit.lazy('preferences'), first)
const popover = without(visit.lazy('popover'), new Set([...first, ...preferences]))
add('askfirst + first-visit banner', visit.weigh(first))
add('preferences on top, preact included', visit.weigh(preferences))
add('popover on top', visit.weigh(popover))

const page = await bundle(`import { mountDeclaration } from 'askfirst/declaration'
  globalThis.mount = mountDeclaration`)
add('askfirst/declaration, mounted', page.weigh(page.entry()))

add('askfirst/devtools', await weighEntry('askfirst/devtools'))

const base = await weighEntry('askfirst/plugins/define-signal')
const isSignal = async (specifier) =>
  /^askfirst\/plugins\/(?!define-signal)/.test(specifier) &&
  (await readFile(new URL(`src/plugins/${specifier.split('/')[2]}/index.ts`, rootUrl), 'utf8')).includes(
    'define-signal/',
  )
for (const specifier of specifiers) {
  const budget = larger[specifier] ?? kinds[specifier.split('/')[1]]
  if (!budget) continue
  const size = await weighEntry(specifier)
  if (await isSignal(specifier)) add(`${specifier}, on top`, size - base, SIGNAL)
  else add(specifier, size, budget)
}
for (const file of ['askfirst.js', 'core.js', 'cookiebot.js']) {
  const path = new URL(`dist/cdn/${file}`, rootUrl)
  if (existsSync(path)) add(`dist/cdn/${file}`, compress(await readFile(path)))
}

const limitOf = (budget) => (Array.isArray(budget) ? budget[1] : budget)
const write = (...cells) =>
  console.log(cells.map((cell, index) => (index ? cell.padStart(9) : cell.padEnd(44))).join(''))
write('entry', 'bytes', 'budget', 'share')
for (const [entry, size, given] of rows) {
  const budget = Array.isArray(given) ? given[0] : given
  const note = size > limitOf(given) ? ' !' : size > budget ? ' over' : ''
  write(entry, String(size), String(budget), `${Math.round((100 * size) / budget)} %${note}`)
}
console.log(`\naskfirst by rolldown: ${await weighWithRolldown('askfirst')}`)

// A chunk that is not found would pass as weightless.
const missing = rows.filter(([, size]) => size <= 0).map(([entry]) => entry.trim())
const over = rows.filter(([, size, budget]) => size > limitOf(budget)).map(([entry]) => entry.trim())
if (missing.length > 0) console.error(`Nothing was found to measure for: ${missing.join(', ')}.`)
if (over.length > 0) console.error(`Too large: ${over.join(', ')}.`)
process.exitCode = missing.length + over.length > 0 ? 1 : 0
