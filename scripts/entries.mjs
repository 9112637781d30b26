import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const list = (folder) => readdir(folder, { recursive: true }).catch(() => [])

/** The file an `exports` value leads to when no special condition is set. */
const targetOf = (value) => (typeof value === 'string' ? value : value.default)

/**
 * Every import a package's `exports` promises, patterns spelt out against the
 * files that exist: `{ specifier: 'askfirst/locales/fr', target: './dist/…/fr.js', value }`.
 * @param root file URL of the package folder, ending in a slash
 */
export async function listEntries(root) {
  const { name, exports } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'))
  const entries = []
  for (const [key, value] of Object.entries(exports)) {
    const specifier = name + key.slice(1)
    const [before, after] = targetOf(value).split('*')
    if (after === undefined) {
      entries.push({ specifier, target: before, value })
      continue
    }
    const folder = before.slice(0, before.lastIndexOf('/') + 1)
    for (const file of await list(fileURLToPath(new URL(folder, root)))) {
      const target = folder + file.replaceAll('\\', '/')
      if (!target.startsWith(before) || !target.endsWith(after) || target.endsWith('.map')) continue
      const filled = target.slice(before.length, target.length - after.length)
      entries.push({ specifier: specifier.replace('*', filled), target, value })
    }
  }
  return entries
}
