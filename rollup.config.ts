import { readdirSync, readFileSync } from 'node:fs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import type { RollupOptions } from 'rollup'
import esbuild, { minify } from 'rollup-plugin-esbuild'
import { cssText } from './build/css-text.ts'
import { manifest } from './build/manifest.ts'
import { pluginFile, pluginFiles, pluginNames } from './build/plugin-files.ts'
import { themes } from './build/themes.ts'

const filesIn = (folder: string) =>
  readdirSync(folder).flatMap((file) => (/\.tsx?$/.test(file) ? [file.replace(/\.tsx?$/, '')] : []))

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const locales = filesIn('src/locales')
/** English is in the view itself. */
const foreign = locales.filter((tag) => tag !== 'en')
const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? [it.name] : []))
const plugins = foldersIn('src/plugins')
const importers = filesIn('src/import')

function compile(isDevelopment: boolean) {
  return [
    cssText(),
    nodeResolve(),
    esbuild({
      target: 'es2022',
      legalComments: 'none',
      // Modules are always read as UTF-8 (HTML section 8.1.4.2): languages need no escapes.
      charset: 'utf8',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: {
        __DEV__: String(isDevelopment),
        __LOCALES__: JSON.stringify(foreign),
        __VERSION__: JSON.stringify(version),
      },
    }),
  ]
}

type Input = { readonly [output: string]: string }

/** For bundlers: readable, with its annotations; the site's own build minifies. */
function npm(condition: 'development' | 'production', input: Input): RollupOptions {
  return {
    input,
    external: [/^preact/, 'js-cookie', '@floating-ui/dom'],
    plugins: compile(condition === 'development'),
    treeshake: { moduleSideEffects: false },
    output: {
      dir: `dist/${condition}`,
      format: 'es',
      sourcemap: true,
      chunkFileNames: 'chunks/[name].js',
      // Else bundlers warn of imports that have no effect.
      hoistTransitiveImports: false,
    },
  }
}

const main: Input = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  gate: 'src/gate/gate.ts',
  erase: 'src/effects/erase.ts',
  'view/index': 'src/view/index.ts',
  'server/index': 'src/server/index.ts',
  ...Object.fromEntries(locales.map((tag) => [`locales/${tag}`, `src/locales/${tag}.ts`])),
  ...Object.fromEntries(plugins.map((name) => [`plugins/${name}`, `src/plugins/${name}/index.ts`])),
  ...Object.fromEntries(importers.map((name) => [`import/${name}`, `src/import/${name}.ts`])),
}

/** Of one file each: what they share with the view would be cut into chunks that every first visit pays for. */
const alone: Input[] = [{ 'declaration/index': 'src/declaration/index.ts' }]

/** For script tags: the core and the declaration as classic scripts, the rest as modules it asks for. */
const cdn: RollupOptions[] = [
  ...['askfirst', 'declaration'].map(
    (name): RollupOptions => ({
      input: `src/cdn/${name}.ts`,
      // A classic script is read in the encoding of its page: ASCII alone is safe.
      plugins: [...compile(false), minify({ target: 'es2022', charset: 'ascii' })],
      output: { file: `dist/cdn/${name}.js`, format: 'iife', sourcemap: true },
    }),
  ),
  ...pluginNames.map(
    (name): RollupOptions => ({
      input: pluginFile(name),
      plugins: [pluginFiles(), ...compile(false), minify({ target: 'es2022', charset: 'ascii' })],
      output: [
        `plugins/${name}`,
        // Where the file was before there was a folder.
        ...(name === 'auto-block' ? [name] : []),
      ].map((file) => ({
        file: `dist/cdn/${file}.js`,
        format: 'iife',
        sourcemap: true,
        inlineDynamicImports: true,
      })),
    }),
  ),
  {
    input: {
      view: 'src/view/index.ts',
      ...Object.fromEntries(foreign.map((tag) => [`locales/${tag}`, `src/locales/${tag}.ts`])),
    },
    // Banner and preact in the one file that is asked for first, not in a chunk behind it.
    preserveEntrySignatures: 'allow-extension',
    plugins: [...compile(false), minify({ target: 'es2022', charset: 'utf8' }), themes(), manifest()],
    treeshake: { moduleSideEffects: false },
    output: { dir: 'dist/cdn', format: 'es', sourcemap: true, chunkFileNames: '[name].js' },
  },
]

const conditions = ['production', 'development'] as const

export default [
  ...conditions.flatMap((condition) => [main, ...alone].map((input) => npm(condition, input))),
  ...cdn,
]
