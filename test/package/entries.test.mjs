import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { after, before, test } from 'node:test'
import { Script } from 'node:vm'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { createConsumer } from './packed.mjs'

let consumer
before(async () => {
  consumer = await createConsumer()
})
after(() => consumer.remove())

/** Imports every module one after the other and says what each left behind or looked at. */
const probe = (modules) => `
const touched = []
for (const name of ['document', 'window', 'location', 'localStorage', 'sessionStorage'])
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      // Dependencies may ask whether there is a document; what they do about it shows in the globals.
      if (/node_modules\\/askfirst\\//.test(new Error().stack)) touched.push(name)
      return undefined
    },
  })
const report = {}
for (const specifier of ${JSON.stringify(modules)}) {
  const known = new Set(Reflect.ownKeys(globalThis))
  const { length } = Object.keys(await import(specifier))
  const added = Reflect.ownKeys(globalThis).filter((key) => !known.has(key)).map(String)
  report[specifier] = { empty: length === 0, added, touched: touched.splice(0) }
}
console.log(JSON.stringify(report))`

for (const condition of ['production', 'development']) {
  test(`every entry can be imported without a browser and leaves no trace (${condition})`, async () => {
    assert.ok(consumer.modules.includes('askfirst'))
    const file = join(consumer.folder, `probe-${condition}.js`)
    await writeFile(file, probe(consumer.modules))
    const output = execFileSync(process.execPath, [`--conditions=${condition}`, file], { encoding: 'utf8' })
    const lines = output.trim().split('\n')
    assert.equal(lines.length, 1, `an import printed: ${lines[0]}`)
    for (const [specifier, report] of Object.entries(JSON.parse(lines[0])))
      assert.deepEqual(
        report,
        // Types alone.
        { empty: specifier === 'askfirst/globals', added: [], touched: [] },
        specifier,
      )
  })
}

test('every file that an entry names under any condition is in the package', () => {
  for (const { specifier, target, value } of consumer.entries) {
    const [start, end = ''] = (value.default ?? value).split('*')
    const part = target.slice(start.length, target.length - end.length)
    for (const path of typeof value === 'string' ? [target] : Object.values(value)) {
      const file = path.replace('*', part)
      assert.ok(existsSync(join(consumer.installed, file)), `${specifier}: ${file} is missing`)
    }
  }
})

test('every pattern of the exports leads to at least one file', () => {
  const reached = new Set(consumer.entries.map(({ value }) => value))
  for (const [key, value] of Object.entries(consumer.manifest.exports)) {
    const known = [...reached].some((one) => JSON.stringify(one) === JSON.stringify(value))
    assert.ok(known, `${key} leads nowhere`)
  }
})

test('the file that CDNs serve is a classic script', async () => {
  for (const field of ['unpkg', 'jsdelivr']) {
    const text = await readFile(join(consumer.installed, consumer.manifest[field]), 'utf8')
    assert.doesNotThrow(() => new Script(text))
  }
})

test('publint has nothing to object to', async () => {
  const { messages } = await publint({ pkgDir: consumer.installed, pack: false, strict: true })
  const problems = messages.filter(({ type }) => type !== 'suggestion')
  assert.deepEqual(
    problems.map((message) => formatMessage(message, consumer.manifest)),
    [],
  )
})

test('the package carries what a user needs and no sources of ours', async () => {
  const { files } = consumer.manifest
  assert.ok(existsSync(join(consumer.installed, 'README.md')), 'README.md')
  assert.ok(existsSync(join(consumer.installed, 'LICENSE')), 'LICENSE')
  assert.ok(files.includes('dist'))
  for (const folder of ['src', 'test', 'examples', 'node_modules'])
    assert.ok(!existsSync(join(consumer.installed, folder)), `${folder} is packed`)
})
