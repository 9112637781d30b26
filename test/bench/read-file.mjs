import { readFile } from 'node:fs/promises'

const root = new URL('../../', import.meta.url)

/** Text of a file of the repository, by its path from the root. */
export const readText = (path) => readFile(new URL(path, root), 'utf8')

/** Version of a package that is measured. */
export async function versionOf(name) {
  return JSON.parse(await readText(`node_modules/${name}/package.json`)).version
}
