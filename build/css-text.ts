import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { transform } from 'lightningcss'

const PREFIX = '\0css-text:'

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
      const { code } = transform({ filename, code: readFileSync(filename), minify: true })
      return `export default ${JSON.stringify(code.toString())}`
    },
  }
}
