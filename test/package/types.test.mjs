import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createConsumer } from './packed.mjs'

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))

let consumer
before(async () => {
  consumer = await createConsumer()
})
after(() => consumer.remove())

const source = (modules) => `
import { createConsent } from 'askfirst'
${modules.map((specifier, at) => `import * as entry${at} from '${specifier}'`).join('\n')}
export const entries = [${modules.map((_, at) => `entry${at}`).join(', ')}]
const consent = createConsent({
  categories: { necessary: { required: true }, statistics: { services: { ga: {} } } },
  view: () => import('askfirst/view'),
})
export const granted: boolean = consent.isGranted('statistics.ga')
// @ts-expect-error a misspelt name does not compile
consent.isGranted('statistic')
`

const settings = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
}

for (const [name, resolution] of Object.entries(settings)) {
  test(`types resolve and check in a project with "moduleResolution": "${name}"`, async () => {
    const compilerOptions = {
      ...resolution,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      strict: true,
      exactOptionalPropertyTypes: true,
      // The declarations themselves are under test.
      skipLibCheck: false,
      noEmit: true,
      types: [],
    }
    const file = `${name}.ts`
    const config = join(consumer.folder, `tsconfig.${name}.json`)
    await writeFile(join(consumer.folder, file), source(consumer.modules))
    await writeFile(config, JSON.stringify({ compilerOptions, files: [file] }))
    const { stdout, status } = spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8' })
    assert.equal(stdout.trim(), '')
    assert.equal(status, 0)
  })
}

test('types of askfirst/server resolve in a project that knows no document', async () => {
  const compilerOptions = {
    ...settings.nodenext,
    target: 'es2022',
    lib: ['es2022'],
    strict: true,
    noEmit: true,
    types: [],
    // Options name elements, for views; a server's project has no such type and checks only its own files.
    skipLibCheck: true,
  }
  const text = `import { readConsent } from 'askfirst/server'
export const granted: boolean = readConsent('', { policy: { version: 1 } }).isGranted('statistics')
// @ts-expect-error a misspelt name does not compile
readConsent('').isGranted('statistic')
`
  await writeFile(join(consumer.folder, 'server.ts'), text)
  const config = join(consumer.folder, 'tsconfig.server.json')
  await writeFile(config, JSON.stringify({ compilerOptions, files: ['server.ts'] }))
  const { stdout, status } = spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8' })
  assert.equal(stdout.trim(), '')
  assert.equal(status, 0)
})

test('a misspelt name is answered with the names there are', async () => {
  const text = `
import { createConsent } from 'askfirst'
createConsent({
  categories: { necessary: { required: true }, statistics: { services: { ga: { cookies: [{ name: '_ga' }] } } } },
}).isGranted('statistcs')
`
  await writeFile(join(consumer.folder, 'shown.ts'), text)
  const config = join(consumer.folder, 'tsconfig.shown.json')
  const compilerOptions = {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    target: 'es2022',
    noEmit: true,
    strict: true,
  }
  await writeFile(config, JSON.stringify({ compilerOptions, files: ['shown.ts'] }))
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8' })
  for (const name of ['"necessary"', '"statistics"', '"statistics.ga"'])
    assert.ok(stdout.includes(name), stdout)
  assert.ok(!stdout.includes('cookies'), stdout)
})
