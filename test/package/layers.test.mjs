import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readImports } from './imports.mjs'

const { sources, imports } = await readImports()
const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))

/** A folder is a room; so is each file beside the folders. */
const roomOf = (file) => file.replace(/\/.*/, '')
const packageOf = (specifier) => specifier.match(/^(@[^/]+\/)?[^/]+/)[0]
const write = ({ from, to, type }) => `${from} imports ${type ? 'types of ' : ''}${to}`

const local = imports.filter((one) => one.local)
const foreign = imports.filter((one) => !one.local)
const across = local.filter(({ from, to }) => roomOf(from) !== roomOf(to))

/** Where an optional feature may reach: the contracts, the model and the platform. */
const feature = ['api', 'model', 'browser']
const running = [...feature, 'core', 'effects', 'dev']

/** By room: the rooms it may import from, types included (docs/architecture.md). */
const rooms = {
  model: [],
  api: ['model'],
  browser: ['model'],
  text: feature,
  // Bundled away in production: the table of options knows the keys of `texts`.
  dev: [...feature, 'text'],
  core: feature,
  gate: [...feature, 'core', 'dev'],
  effects: [...feature, 'core'],
  'create-core.ts': running,
  'create-consent.ts': [...running, 'gate', 'create-core.ts'],
  'core.ts': [...feature, 'create-core.ts'],
  'globals.ts': feature,
  'index.ts': [...feature, 'create-consent.ts'],
  view: [...feature, 'text'],
  declaration: [...feature, 'text'],
  locales: ['text'],
  plugins: feature,
  services: [...feature, 'plugins'],
  import: feature,
  compat: [...feature, 'plugins', 'import', 'declaration'],
  regions: feature,
  server: ['model'],
  react: feature,
  vue: feature,
  svelte: feature,
  devtools: [...feature, 'dev'],
  audit: ['model', 'services', 'dev'],
}

/** The files for script tags put every room together. */
const isCdn = (file) => roomOf(file) === 'cdn'

test('the scan sees the sources', () => {
  assert.ok(sources.has('create-consent.ts'))
  assert.ok(across.some(({ from, to }) => from === 'create-consent.ts' && to === 'gate/gate.ts'))
  for (const { from, to } of local)
    assert.ok(sources.has(to) || /\.(css|json)$/.test(to), `${from}: ${to} does not exist`)
})

test('every folder of src is a room with a rule', () => {
  const known = new Set([...Object.keys(rooms), 'cdn', 'css.d.ts'])
  const unknown = [...new Set([...sources].map(roomOf))].filter((room) => !known.has(room))
  assert.deepEqual(unknown, [])
})

test('rooms import from the rooms beneath them alone', () => {
  const broken = across.filter(({ from, to }) => {
    if (isCdn(from)) return false
    return isCdn(to) || !rooms[roomOf(from)]?.includes(roomOf(to))
  })
  assert.deepEqual(broken.map(write), [])
})

test('each third-party package has one door', () => {
  const doors = {
    'js-cookie': ({ from }) => from === 'core/cookie-storage.ts',
    '@floating-ui/dom': ({ from }) => from === 'view/parts/popover.ts',
    preact: ({ from }) => roomOf(from) === 'view',
    react: ({ from }) => roomOf(from) === 'react',
    vue: ({ from }) => roomOf(from) === 'vue',
    svelte: ({ from }) => roomOf(from) === 'svelte',
  }
  // The command line tool runs on Node: its packages are optional or bundled (docs/audit.md).
  const inPage = foreign.filter(({ from }) => roomOf(from) !== 'audit')
  const broken = inPage.filter((one) => !doors[packageOf(one.to)]?.(one))
  assert.deepEqual(broken.map(write), [])
})

test('every package that is imported is declared, and every declared package is imported', () => {
  const declared = Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.devDependencies,
  })
  const imported = new Set(foreign.map(({ to }) => packageOf(to)))
  assert.deepEqual(
    [...imported].filter((name) => !name.startsWith('node:') && !declared.includes(name)),
    [],
  )
  assert.deepEqual(
    Object.keys(manifest.dependencies).filter((name) => !imported.has(name)),
    [],
  )
})

test('no module imports itself by way of others, types included', () => {
  // A lazy import runs when every module has been evaluated.
  const edges = local.reduce((map, one) => map.set(one.from, [...(map.get(one.from) ?? []), one]), new Map())
  const cycles = []
  const done = new Set()
  const visit = (file, path) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const { to, lazy } of edges.get(file) ?? []) if (!lazy) visit(to, [...path, file])
  }
  for (const file of sources) visit(file, [])
  assert.deepEqual(cycles, [])
})
