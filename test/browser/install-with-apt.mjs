import { execFileSync } from 'node:child_process'
import process from 'node:process'

/** Installs Debian packages if this system and this user can, and says nothing if not: look again afterwards. */
export function installWithApt(...packages) {
  const root = process.getuid?.() === 0
  const sudo = root ? [] : ['sudo', '-n']
  const run = (...args) => {
    const [command, ...rest] = [...sudo, ...args]
    execFileSync(command, rest, {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  try {
    run('apt-get', 'update')
    run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)
  } catch {
    // No apt-get, no right to use it, or no network: the caller looks again and names the cure.
  }
}
