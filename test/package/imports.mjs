import { readdir, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../../src/', import.meta.url))

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const statement = /\b(?:import|export)\s+(type\s+)?([\w*{][^'"`;]*?)\s*from\s*'([^']+)'/g
const bare = /(?<!')\bimport\s*'([^']+)'/g
const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g

function scan(text) {
  return [
    ...[...text.matchAll(statement)].map(([, type, names, to]) => ({ to, names, type: Boolean(type) })),
    ...[...text.matchAll(bare)].map(([, to]) => ({ to, names: '', type: false })),
    ...[...text.matchAll(dynamic)].map(([, to]) => ({ to, names: '*', type: false, lazy: true })),
  ]
}

/**
 * Who imports what under `src`: `{ from, to, names, type, lazy, local }`, local
 * paths relative to `src` with the extension of the source file.
 */
export async function readImports() {
  const files = (await readdir(src, { recursive: true })).map((file) => file.replaceAll('\\', '/'))
  const sources = new Set(files.filter((file) => /\.tsx?$/.test(file)))
  const resolve = (from, to) => {
    const path = posix.join(posix.dirname(from), to)
    const candidates = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')]
    return candidates.find((candidate) => files.includes(candidate)) ?? path
  }
  const imports = []
  for (const from of sources) {
    for (const found of scan(withoutComments(await readFile(src + from, 'utf8')))) {
      const local = found.to.startsWith('.')
      imports.push({ ...found, from, local, to: local ? resolve(from, found.to) : found.to })
    }
  }
  return { sources, imports }
}
