import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { transform } from 'lightningcss'

const PREFIX = '\0css-text:'

/** Oldest browsers the style sheets are compiled for: `light-dark()` is younger. */
const targets = { chrome: 108 << 16, firefox: 108 << 16, safari: (16 << 16) | (4 << 8) }

/** Imports of `*.css` become minified strings: the view puts them into constructable style sheets. */
export function cssText() {
  return {
    name: 'css-text',
    enforce: 'pre' as const,
    resolveId(id: string, importer: string | undefined) {
      // The ending is changed so that no other plugin takes it for a style sheet.
      if (id.endsWith('.css') && importer) return `${PREFIX}${resolve(dirname(importer), id)}.js`
      return null
    },
    load(this: { addWatchFile(path: string): void }, id: string) {
      if (!id.startsWith(PREFIX)) return null
      const filename = id.slice(PREFIX.length, -'.js'.length)
      this.addWatchFile(filename)
      const { code } = transform({ filename, code: readFileSync(filename), minify: true, targets })
      return `export default ${JSON.stringify(code.toString())}`
    },
  }
}
