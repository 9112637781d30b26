import { basename } from 'node:path'

/**
 * Leaves dynamic imports as they are, beside the file that has them: each part is a file of its own build. Cut
 * from one build, two parts would share chunks, and a bundler would tear the first file in two to share them on.
 */
export function partsApart() {
  return {
    name: 'parts-apart',
    resolveDynamicImport(specifier: unknown) {
      if (typeof specifier !== 'string') return null
      return { id: `./${basename(specifier)}`, external: 'relative' as const }
    },
  }
}
