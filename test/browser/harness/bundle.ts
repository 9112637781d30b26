import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What a site's own bundler would make of `source`: file name → text, entry first and called `app.js`. */
export type Bundle = ReadonlyMap<string, string>

/**
 * Bundles an inline module. `askfirst` and its entries resolve through the
 * package's own `exports`, so what runs is the built package and not `src`.
 */
export async function bundle(source: string, condition: 'production' | 'development'): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root, sourcefile: 'app.tsx', loader: 'tsx' },
    // This project's own `paths` lead to `src`; users have none.
    tsconfigRaw: '{}',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    bundle: true,
    format: 'esm',
    splitting: true,
    platform: 'browser',
    target: 'es2022',
    // `module` is what esbuild adds by itself as long as no condition is named.
    conditions: [condition, 'module'],
    // React and its kin look at this one.
    define: { 'process.env.NODE_ENV': JSON.stringify(condition) },
    write: false,
    outdir: '/',
    entryNames: 'app',
    chunkNames: '[name]-[hash]',
    logLevel: 'silent',
  })
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]))
}
