import { basename } from 'node:path'

/**
 * Leaves dynamic imports as they are, beside the file that has them: each part is a file of its own build. Cut
 * from one build, two parts would share chunks, and a bundler would tear the first file in two to share them on.
 */
export function partsApart() {
  return {
    name: 'parts-apart',
    resolveDynamicImport(specifier: unknown, importer: string) {
      // A part of a plugin is a chunk like any other: its file has one entry, which nothing shares.
      if (typeof specifier !== 'string' || /[\\/]src[\\/]plugins[\\/]/.test(importer)) return null
      return { id: `./${basename(specifier)}`, external: 'relative' as const }
    },
  }
}
