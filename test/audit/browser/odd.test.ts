import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer, type Server } from '../../browser/harness/server.js'
import { audit, browserName, cli } from '../audit.js'
import { odd } from '../sites/odd.js'

let server: Server
let folder = ''
const url = (host: string, path = '/') => `https://${host}:${server.httpsPort}${path}`
beforeAll(async () => {
  server = await createServer([odd])
  folder = await mkdtemp(join(tmpdir(), 'askfirst-odd-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

test('a site without third parties is clean, and every report of it is written', async () => {
  const files = ['out/a.html', 'out/a.sarif', 'out/a.xml', 'out/a.csv', 'out/draft.json'] as const
  const flags = ['--html', '--sarif', '--junit', '--csv', '--draft'] as const
  const words = flags.flatMap((flag, at) => [flag, `${files[at]}`])
  const { status, output, result, read } = await audit(url('plain.test'), [
    '--pages',
    '1',
    '--quiet',
    '300',
    ...words,
  ])
  expect(output).toContain('No finding.')
  expect(status).toBe(0)
  expect(result.answers.map(({ method }) => method)).toEqual(['none', 'none'])
  for (const file of files) expect((await read(file)).length, file).toBeGreaterThan(100)
  const schema = JSON.parse(
    await readFile(new URL('../../../dist/audit/audit.schema.json', import.meta.url), 'utf8'),
  )
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true)
})

test('pages that loop, ask, download, open windows or never rest are said so, and the rest is kept', async () => {
  const { status, result } = await audit(url('odd.test'), [
    '--pages',
    '9',
    '--quiet',
    '200',
    '--budget',
    '200',
  ])
  const problems = result.problems.join('\n')
  expect(problems).toMatch(/\/loop could not be looked at \(before\)\. It redirects for ever\./)
  expect(problems).toMatch(/\/download .*(download)/)
  expect(problems).toMatch(/\/private could not be looked at \(before\)\. It asks for a password/)
  expect(problems).toMatch(/\/missing could not be looked at \(before\)\. It answers with status 404\./)
  expect(problems).toMatch(/\/restless did not fall quiet/)
  expect(problems).toMatch(/opened a dialog: Hello/)
  expect(problems).toMatch(/opened a window/)
  const names = result.storage.map(({ name }) => name)
  expect(names).toContain('dialogs')
  expect(names).toContain('window')
  expect(status).toBe(0)
})

test('a first page that cannot be looked at ends the run with status 2 and a sentence', async () => {
  const lost = await audit(url('odd.test', '/loop'))
  expect(lost.status).toBe(2)
  expect(lost.errors.trim().split('\n').at(-1)).toMatch(
    /^\[askfirst\] https:\/\/odd\.test:\d+\/loop could not be looked at\. It redirects for ever\.$/,
  )
})

test('a name and a password open a page that asks for them', async () => {
  const { status, errors } = await audit(url('open.test'), [
    '--pages',
    '1',
    '--quiet',
    '300',
    '--auth',
    'me:secret',
  ])
  expect(errors).not.toContain('password')
  expect(status).toBe(0)
})

test('a certificate that is not valid is said, with what to do', async () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'audit', url('plain.test'), '--pages', '1', '--browser', browserName, '--resolve', '127.0.0.1'],
    { encoding: 'utf8' },
  )
  expect(stderr).toMatch(/Its certificate is not valid\. Use `--ignore-certificate`/)
  expect(status).toBe(2)
})

test('no browser, a browser that does not start, and no network are sentences with status 2', async () => {
  const gone = await audit(url('plain.test'), [], {
    ASKFIRST_CHROMIUM: '/no/browser',
    ASKFIRST_FIREFOX: '/no/browser',
  })
  expect([gone.status, gone.errors.trim()]).toEqual([
    2,
    expect.stringMatching(
      /^\[askfirst\] ASKFIRST_(CHROMIUM|FIREFOX) names \/no\/browser, which does not exist\. Correct it or unset it\.$/,
    ),
  ])
  const wrong = await audit(url('plain.test'), [], {
    ASKFIRST_CHROMIUM: '/bin/true',
    ASKFIRST_FIREFOX: '/bin/true',
  })
  expect([wrong.status, wrong.errors]).toEqual([
    2,
    expect.stringContaining('[askfirst] /bin/true did not start'),
  ])
  const closed = await audit('https://plain.test:9/', ['--pages', '1'])
  expect(closed.status).toBe(2)
  expect(closed.errors).toMatch(/\[askfirst\] https:\/\/plain\.test:9\/ could not be looked at\./)
})

test('a module that throws loses its phase with a sentence, and the rest is kept', async () => {
  const module = join(folder, 'consent.mjs')
  await writeFile(
    module,
    'export default { reject() { throw new Error("No such button") }, accept: (page) => page.evaluate(() => { document.cookie = "yes=1" }), withdraw() {} }',
  )
  const { status, result } = await audit(url('plain.test'), [
    '--pages',
    '1',
    '--quiet',
    '300',
    '--consent',
    module,
  ])
  expect(status).toBe(2)
  expect(result.problems).toContain('The function of `--consent` failed (reject): No such button')
  expect(result.answers.map(({ phase, method }) => `${phase} ${method}`).sort()).toEqual([
    'accept module',
    'reject none',
    'withdraw module',
  ])
  expect(result.storage.find(({ name }) => name === 'yes')?.seen).toEqual(['accept', 'withdraw'])
})

test('beside a baseline a known finding does not fail, and `--fail-on` names what does', async () => {
  const config = join(folder, 'options.json')
  await writeFile(config, JSON.stringify({ categories: { necessary: { required: true } } }))
  const words = ['--pages', '1', '--quiet', '300', '--config', config]
  const first = await audit(url('plain.test'), words)
  expect(first.result.findings.map(({ rule }) => rule)).toEqual(['undeclared-storage', 'undeclared-storage'])
  expect(first.status).toBe(1)
  const baseline = join(folder, 'baseline.json')
  await writeFile(baseline, JSON.stringify(first.result))
  const second = await audit(url('plain.test'), [...words, '--baseline', baseline])
  expect([second.status, second.result.findings.every(({ isNew }) => isNew === false)]).toEqual([0, true])
  await writeFile(baseline, JSON.stringify({ findings: first.result.findings.slice(1) }))
  expect((await audit(url('plain.test'), [...words, '--baseline', baseline])).status).toBe(1)
})

test('a run that is ended leaves no browser behind', async () => {
  const args = [
    'audit',
    url('odd.test'),
    '--browser',
    browserName,
    '--ignore-certificate',
    '--resolve',
    '127.0.0.1',
  ]
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: folder },
  })
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk) => {
      if (`${chunk}`.includes('odd.test')) resolve()
    })
  })
  const children = () => spawnSync('pgrep', ['-f', folder], { encoding: 'utf8' }).stdout.trim()
  expect(children()).not.toBe('')
  child.kill('SIGTERM')
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(143)
  await expect.poll(children, { timeout: 20_000 }).toBe('')
})
