import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOf } from './hashes.ts'

/** Writes `manifest.json` beside the CDN files: their Subresource Integrity hashes (https://www.w3.org/TR/SRI/). */
export function manifest() {
  return {
    name: 'manifest',
    writeBundle({ dir, file }: { dir?: string | undefined; file?: string | undefined }) {
      const folder = dir ?? dirname(file ?? '')
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.(js|css)$/.test(name),
      )
      const integrity = Object.fromEntries(
        files.sort().map((name) => [name.replaceAll('\\', '/'), hashOf(readFileSync(join(folder, name)))]),
      )
      writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(integrity, null, 2)}\n`)
    },
  }
}
