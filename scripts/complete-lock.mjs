/**
 * Completes package-lock.json with the platform binaries that the machine which
 * wrote it could not see, so that `npm ci` finds package.json and lock file in
 * step on every platform, and with the hash of each entry that has none, so that
 * no other file is ever installed in its place. Run it after a change of
 * dependencies: `npm run lock`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
  'arm',
]

/** Platform packages carry their platform in their names: `@rollup/rollup-linux-x64-musl`. */
function describePlatform(name, version) {
  const os = systems.find((system) => name.includes(system))
  const cpu = processors.find((processor) => name.includes(processor))
  const libc = /musl/.test(name) ? 'musl' : /linux.*gnu/.test(name) ? 'glibc' : undefined
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    dev: true,
    optional: true,
    ...(os && { os: [os] }),
    ...(libc && { libc: [libc] }),
  }
}

for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (/^\d/.test(version)) lock.packages[`node_modules/${name}`] ??= describePlatform(name, version)
  }
}

/** @throws Error where the registry does not know the version */
function readIntegrity(name, version) {
  const shell = process.platform === 'win32'
  const output = execFileSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], {
    encoding: 'utf8',
    shell,
  })
  const integrity = output.trim()
  if (/^sha512-[\w+/]{86}==$/.test(integrity)) return integrity
  throw new Error(`package-lock.json: there is no hash of ${name}@${version}. Run npm run lock again.`)
}

for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path || entry.link || entry.inBundle) continue
  const { version, integrity = readIntegrity(path.replace(/.*node_modules\//, ''), version), ...rest } = entry
  // The order in which npm writes them.
  lock.packages[path] = { version, integrity, ...rest }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
