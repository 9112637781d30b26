import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes `manifest.json` beside the CDN files: their Subresource Integrity hashes (https://www.w3.org/TR/SRI/). */
export function manifest() {
  return {
    name: 'manifest',
    writeBundle({ dir }: { dir?: string | undefined }) {
      if (!dir) return
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.(js|css)$/.test(file),
      )
      const integrity = Object.fromEntries(
        files.sort().map((file) => {
          const hash = createHash('sha384')
            .update(readFileSync(join(dir, file)))
            .digest('base64')
          return [file.replaceAll('\\', '/'), `sha384-${hash}`]
        }),
      )
      writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(integrity, null, 2)}\n`)
    },
  }
}
