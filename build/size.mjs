import { readFile } from 'node:fs/promises'
import { basename, relative, sep } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { listEntries } from './entries.mjs'

/** What may be downloaded at most: bytes after brotli 11, 1 kB = 1000 B. */
const budgets = {
  core: 4_000,
  firstVisit: 11_000,
  preferences: 4_500,
  popover: 6_000,
  plugin: 800,
  locale: 1_500,
  server: 1_000,
  react: 1_000,
  cdn: 4_500,
  declaration: 5_500,
}

/**
 * Where the design's budget does not hold what the library does (docs/decisions/0006-size.md): what must not
 * be exceeded instead. They are raised for a fix at most, and said so there.
 */
const ceilings = {
  askfirst: 9_700,
  'core + first-visit banner': 18_000,
  'dist/cdn/askfirst.js': 10_360,
  'askfirst/plugins/auto-block': 4_400,
  // Back-off, claims between tabs, blocked storage and pages that are left: docs/consent-log.md.
  'askfirst/plugins/consent-log': 1_320,
}

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

const rows = []
const entries = await listEntries(rootUrl)
const specifiers = entries.map(({ specifier }) => specifier)
rows.push(['askfirst', await weighEntry('askfirst'), budgets.core])

if (specifiers.includes('askfirst/view')) {
  const visit = await bundle(`import { createConsent } from 'askfirst'
    globalThis.consent = createConsent({ view: () => import('askfirst/view') })`)
  // `index` is what the fixture's own dynamic import leads to.
  const first = new Set([...visit.entry(), ...visit.lazy('index'), ...visit.lazy('banner')])
  const without = (files, fetched) => [...files].filter((file) => !fetched.has(file))
  const preferences = without(visit.lazy('preferences'), first)
  const popover = without(visit.lazy('popover'), new Set([...first, ...preferences]))
  rows.push(['core + first-visit banner', visit.weigh(first), budgets.firstVisit])
  rows.push(['  preferences on top', visit.weigh(preferences), budgets.preferences])
  rows.push(['  popover on top', visit.weigh(popover), budgets.popover])
}

if (specifiers.includes('askfirst/declaration')) {
  const page = await bundle(`import { mountDeclaration } from 'askfirst/declaration'
    globalThis.mount = mountDeclaration`)
  rows.push(['askfirst/declaration, mounted', page.weigh(page.entry()), budgets.declaration])
}

const budgetOf = (specifier) => {
  const [, kind] = specifier.split('/')
  return {
    plugins: budgets.plugin,
    locales: budgets.locale,
    server: budgets.server,
    react: budgets.react,
  }[kind]
}
for (const specifier of specifiers) {
  const budget = budgetOf(specifier)
  if (budget) rows.push([specifier, await weighEntry(specifier), budget])
}
rows.push([
  'dist/cdn/askfirst.js',
  compress(await readFile(new URL('dist/cdn/askfirst.js', rootUrl))),
  budgets.cdn,
])

const limitOf = ([entry, , budget]) => ceilings[entry] ?? budget
const write = (...cells) =>
  console.log(cells.map((cell, index) => (index ? cell.padStart(9) : cell.padEnd(36))).join(''))
write('entry', 'bytes', 'budget', 'share', 'limit')
for (const row of rows) {
  const [entry, size, budget] = row
  const share = `${Math.round((100 * size) / budget)} %`
  write(entry, String(size), String(budget), share, `${limitOf(row)}${size > limitOf(row) ? ' !' : ''}`)
}

// A chunk that is not found would pass as weightless.
const missing = rows.filter(([, size]) => size === 0).map(([entry]) => entry.trim())
const over = rows.filter((row) => row[1] > limitOf(row)).map(([entry]) => entry.trim())
if (missing.length > 0) console.error(`Nothing was found to measure for: ${missing.join(', ')}.`)
if (over.length > 0) console.error(`Over the limit: ${over.join(', ')}.`)
process.exitCode = missing.length + over.length > 0 ? 1 : 0
