/** Builds the command: one file for Node with its data beside it. Nothing of it is part of a browser's bundle. */
import { cp, mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = new URL('../', import.meta.url)
const out = new URL('dist/audit/', root)

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await build({
  entryPoints: [fileURLToPath(new URL('src/audit/cli.ts', root))],
  outfile: fileURLToPath(new URL('cli.js', out)),
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  external: ['playwright-core', '@duckduckgo/autoconsent'],
  loader: { '.css': 'text' },
  // Functions are sent to pages as text and must not call a helper of the bundle.
  keepNames: false,
  logLevel: 'warning',
})
await cp(new URL('src/audit/data/', root), new URL('data/', out), { recursive: true })
await cp(new URL('src/audit/report/audit.schema.json', root), new URL('audit.schema.json', out))
