import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readImports } from './imports.mjs'

const { sources, imports } = await readImports()
const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))

const layerOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : 'entry')
const packageOf = (specifier) => specifier.match(/^(@[^/]+\/)?[^/]+/)[0]
const write = ({ from, to, type }) => `${from} imports ${type ? 'types of ' : ''}${to}`

const local = imports.filter((one) => one.local)
const foreign = imports.filter((one) => !one.local)
const across = local.filter(({ from, to }) => layerOf(from) !== layerOf(to))

const compositionRoot = 'core/create-consent.ts'
const outer = ['view', 'plugins', 'compat', 'react']
const definesPlugin = ({ to, names }) => to === 'core/plugins.ts' && /^\{\s*definePlugin\s*\}$/.test(names)

/** By layer: whether an import that leaves it is allowed. */
const rules = {
  entry: ({ to }) => layerOf(to) === 'core',
  core: ({ from, to }) => from === compositionRoot && ['gate', 'erase', 'audit'].includes(layerOf(to)),
  gate: ({ to }) => layerOf(to) === 'core',
  erase: ({ to }) => layerOf(to) === 'core',
  audit: ({ to }) => ['core', 'erase'].includes(layerOf(to)),
  locales: ({ to, type }) => to.startsWith('view/texts/') || (type && ['core', 'view'].includes(layerOf(to))),
  server: ({ to, type }) =>
    ['core/record.ts', 'core/decision.ts'].includes(to) || (type && layerOf(to) === 'core'),
  // Pure functions of the view and the pattern of a name: text and behaviour come from one place.
  declaration: ({ to }) => layerOf(to) === 'core' || to === 'erase/pattern.ts' || /^view\/.*\.ts$/.test(to),
  cdn: () => true,
  ...Object.fromEntries(
    outer.map((layer) => [layer, (one) => layerOf(one.to) === 'core' && (one.type || definesPlugin(one))]),
  ),
}

test('the scan sees the sources', () => {
  assert.ok(sources.has(compositionRoot))
  assert.ok(across.some(({ from, to }) => from === compositionRoot && layerOf(to) === 'gate'))
  for (const { from, to } of local)
    assert.ok(sources.has(to) || /\.(css|json)$/.test(to), `${from}: ${to} does not exist`)
})

test('every folder of src is a layer with a rule', () => {
  const unknown = [...new Set([...sources].map(layerOf))].filter((layer) => !(layer in rules))
  assert.deepEqual(unknown, [])
})

test('layers import only what lies beneath them', () => {
  const broken = across.filter((one) => layerOf(one.to) === 'cdn' || !rules[layerOf(one.from)]?.(one))
  assert.deepEqual(broken.map(write), [])
})

test('each third-party package has one door', () => {
  const doors = {
    'js-cookie': ({ from }) => from === 'core/storage.ts',
    '@floating-ui/dom': ({ from }) => from === 'view/popover.ts',
    preact: ({ from }) => layerOf(from) === 'view',
    react: ({ from }) => layerOf(from) === 'react',
  }
  const broken = foreign.filter((one) => !doors[packageOf(one.to)]?.(one))
  assert.deepEqual(broken.map(write), [])
})

test('every package that is imported is declared, and every declared one is imported', () => {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  const imported = new Set(foreign.map(({ to }) => packageOf(to)))
  assert.deepEqual(
    [...imported].filter((name) => !declared.includes(name)),
    [],
  )
  assert.deepEqual(
    Object.keys(manifest.dependencies).filter((name) => !imported.has(name)),
    [],
  )
})

test('no module waits for itself to be evaluated', () => {
  // Types are gone at run time, and a lazy import is made when everything has been evaluated.
  const edges = local.reduce((map, one) => map.set(one.from, [...(map.get(one.from) ?? []), one]), new Map())
  const cycles = []
  const done = new Set()
  const visit = (file, path) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const { to, type, lazy } of edges.get(file) ?? []) if (!type && !lazy) visit(to, [...path, file])
  }
  for (const file of sources) visit(file, [])
  assert.deepEqual(cycles, [])
})
