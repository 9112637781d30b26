import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Runs the tests of every example that is a package of its own, with what its lock file names. */
const folder = fileURLToPath(new URL('.', import.meta.url))
const packages = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/package.json`))

for (const name of packages) {
  const npm = (...args) => {
    // npm is a script on Windows, and those need a shell.
    const shell = process.platform === 'win32'
    const { status } = spawnSync('npm', args, { cwd: folder + name, stdio: 'inherit', shell })
    if (status !== 0) process.exit(status ?? 1)
  }
  if (!existsSync(`${folder}${name}/node_modules/.package-lock.json`)) npm('ci', '--no-audit', '--no-fund')
  npm('test')
}
