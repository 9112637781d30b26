import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const debian = '/usr/lib/postgresql'

function installed() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) =>
    ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
}

/** Where initdb and pg_ctl are: `ASKFIRST_POSTGRES` (a folder), an installed one, or the system's package. */
function findBinaries() {
  const named = process.env.ASKFIRST_POSTGRES
  if (named) {
    if (existsSync(join(named, 'pg_ctl'))) return named
    throw new Error(`ASKFIRST_POSTGRES: there is no pg_ctl in "${named}". Name the folder it is in.`)
  }
  if (installed()) return installed()
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update'], { env, stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], {
      env,
      stdio: 'ignore',
    })
    if (installed()) return installed()
  }
  throw new Error(
    'There is no PostgreSQL. Install it (Debian: apt-get install postgresql) or set ASKFIRST_POSTGRES.',
  )
}

/** PostgreSQL refuses to run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/**
 * A PostgreSQL of its own in a folder of its own, on a socket in there and no port.
 * @param {{ durable?: boolean }} options `durable`: as it would run in earnest, with every commit on the disk
 */
export function createCluster({ durable = false } = {}) {
  const binaries = findBinaries()
  const folder = mkdtempSync(join(tmpdir(), 'consent-log-'))
  if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid)
  const data = join(folder, 'data')
  const run = (name, ...args) =>
    execFileSync(join(binaries, name), args, { ...nobody, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const durability = durable ? '' : ' -c fsync=off'
  const start = () =>
    run(
      'pg_ctl',
      ...['-D', data, '-l', join(folder, 'log'), '-w', '-t', '60'],
      ...['-o', `-c listen_addresses='' -c unix_socket_directories='${folder}'${durability}`, 'start'],
    )
  const stop = () => run('pg_ctl', '-D', data, '-m', 'fast', '-w', 'stop')

  run('initdb', '-D', data, '-U', 'consent', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync')
  start()
  return {
    url: (database = 'postgres', user = 'consent') =>
      `postgresql://${user}@localhost/${database}?host=${folder}`,
    start,
    stop,
    remove() {
      try {
        stop()
      } catch {
        // A test may have stopped it already.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
