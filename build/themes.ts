import { readdirSync, readFileSync } from 'node:fs'
import { transform } from 'lightningcss'

const folder = new URL('../src/view/themes/', import.meta.url)

/**
 * Puts the ready themes beside the CDN files, where `askfirst/themes/*` leads too. They are sets of custom
 * properties for the page: their `light-dark()` stays, because only the surface that uses one knows its scheme.
 */
export function themes() {
  return {
    name: 'themes',
    generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): void }) {
      for (const filename of readdirSync(folder)) {
        const { code } = transform({ filename, code: readFileSync(new URL(filename, folder)), minify: true })
        this.emitFile({ type: 'asset', fileName: `themes/${filename}`, source: code })
      }
    },
  }
}
