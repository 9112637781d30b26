import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'

const root = new URL('../../', import.meta.url)
const cdn = new URL('dist/cdn/', root)
const packageOf = (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]
const squeeze = (text) => text.replace(/\s+/g, ' ').trim()

/** Files for script tags with the packages that are bundled into each, by their source maps. */
async function readBundles() {
  const maps = (await readdir(cdn, { recursive: true })).filter((file) => file.endsWith('.js.map'))
  return Promise.all(
    maps.map(async (map) => {
      const { sources } = JSON.parse(await readFile(new URL(map, cdn), 'utf8'))
      const code = await readFile(new URL(map.replace(/\.map$/, ''), cdn), 'utf8')
      return { file: map, code, packages: [...new Set(sources.map(packageOf).filter(Boolean))] }
    }),
  )
}

const bundles = await readBundles()
const bundled = [...new Set(bundles.flatMap(({ packages }) => packages))].sort()

test('each file names the packages that are bundled into it, with their copyright', () => {
  assert.deepEqual(bundled, [
    '@floating-ui/core',
    '@floating-ui/dom',
    '@floating-ui/utils',
    'js-cookie',
    'preact',
  ])
  for (const { file, code, packages } of bundles) {
    const comment = [...code.matchAll(/\/\*! (.*?) \*\//gs)].at(-1)?.[1] ?? ''
    for (const name of packages) assert.match(comment, new RegExp(`${name} [\\d.]+, MIT, Copyright`), file)
    assert.equal(/see THIRD-PARTY-NOTICES$/.test(comment), packages.length > 0, file)
  }
})

test('the package has the whole licence of each bundled package', async () => {
  const { files } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'))
  assert.ok(files.includes('THIRD-PARTY-NOTICES'))
  const notices = squeeze(await readFile(new URL('THIRD-PARTY-NOTICES', root), 'utf8'))
  for (const name of bundled) {
    const licence = await readFile(new URL(`node_modules/${name}/LICENSE`, root), 'utf8')
    assert.ok(notices.includes(`${name} (MIT)`), name)
    assert.ok(notices.includes(squeeze(licence)), name)
  }
})

test('each entry of the lock files has a hash', async () => {
  for (const file of ['package-lock.json', 'examples/consent-log/package-lock.json']) {
    const { packages } = JSON.parse(await readFile(new URL(file, root), 'utf8'))
    const bare = Object.entries(packages).filter(
      ([path, { integrity, link, inBundle }]) => path && !link && !inBundle && !/^sha512-/.test(integrity),
    )
    assert.deepEqual(
      bare.map(([path]) => path),
      [],
      `${file}: run npm run lock`,
    )
  }
})
