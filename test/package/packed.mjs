import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { listEntries } from '../../scripts/entries.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

function pack(folder) {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  // npm is a script on Windows, and those need a shell.
  const shell = process.platform === 'win32'
  const stdio = ['ignore', 'pipe', 'inherit']
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: root, shell, stdio, encoding: 'utf8' }))
  return filename
}

/**
 * An empty project with the packed tarball installed in it, next to the
 * dependencies it declares and nothing else: what a user gets.
 */
export async function createConsumer() {
  const folder = await mkdtemp(join(tmpdir(), 'askfirst-package-'))
  const installed = join(folder, 'node_modules', 'askfirst')
  await mkdir(installed, { recursive: true })
  execFileSync('tar', ['-xzf', pack(folder), '-C', 'node_modules/askfirst', '--strip-components=1'], {
    cwd: folder,
  })
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }')

  const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    const target = join(root, 'node_modules', name)
    const link = join(folder, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    // A junction needs no rights on Windows.
    if (existsSync(target)) await symlink(target, link, 'junction')
  }
  const entries = await listEntries(pathToFileURL(join(installed, '/')))
  return {
    folder,
    installed,
    manifest,
    entries,
    /** What can be imported as a module: not the CDN files, not `package.json`. */
    modules: entries
      .filter(({ specifier, target }) => target.endsWith('.js') && !specifier.startsWith('askfirst/cdn/'))
      .map(({ specifier }) => specifier),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
