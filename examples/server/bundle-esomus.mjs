import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Bundles the ESOMUS page the way a site would: `askfirst` is found by its own name,
 * through the exports of its package.json, and what is imported lazily becomes files
 * of its own.
 *
 * @returns {Promise<Map<string, Uint8Array>>} the files, by the path they are asked for
 */
export async function bundleEsomus() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../esomus/main.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: '/app',
    logLevel: 'silent',
    // The repository's own tsconfig.json is for its sources, not for a site that uses the package.
    tsconfigRaw: {},
  })
  return new Map(outputFiles.map(({ path, contents }) => [`/app/${basename(path)}`, contents]))
}
