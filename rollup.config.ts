import { readdirSync, readFileSync } from 'node:fs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import type { Plugin, RollupOptions } from 'rollup'
import esbuild from 'rollup-plugin-esbuild'
import { asPart } from './build/as-part.ts'
import { cssText } from './build/css-text.ts'
import { fillIn } from './build/fill-in.ts'
import { hashesOf } from './build/hashes.ts'
import { inLanguages } from './build/in-languages.ts'
import { licences } from './build/licences.ts'
import { manifest } from './build/manifest.ts'
import { partsApart } from './build/parts-apart.ts'
import { pluginFile, pluginFiles, pluginNames } from './build/plugin-files.ts'
import { terse } from './build/terse.ts'
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
const compat = foldersIn('src/compat')

function compile(isDevelopment: boolean) {
  return [
    cssText(),
    nodeResolve(),
    licences(),
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

/** What stands at the top of a file goes with the last use of it; a warning or trace goes from all but development builds. */
const treeshake = (isDevelopment: boolean) => ({
  moduleSideEffects: false,
  ...(!isDevelopment && { manualPureFunctions: ['warn', 'traceElement', 'traceCopy', 'traceCall'] }),
})

type Input = { readonly [output: string]: string }

/** For bundlers: readable, with its annotations; the site's own build minifies. */
function npm(condition: 'development' | 'production', input: Input): RollupOptions {
  return {
    input,
    external: [/^preact/, 'js-cookie', '@floating-ui/dom'],
    plugins: [partsApart(), ...compile(condition === 'development')],
    treeshake: treeshake(condition === 'development'),
    output: {
      dir: `dist/${condition}`,
      format: 'es',
      sourcemap: true,
      chunkFileNames: 'chunks/[name].js',
      // A bare import of a chunk without side effects is a warning in every site's build.
      hoistTransitiveImports: false,
    },
  }
}

const main: Input = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  gate: 'src/gate/gate.ts',
  erase: 'src/effects/erase.ts',
  'server/index': 'src/server/index.ts',
  regions: 'src/regions/index.ts',
  globals: 'src/globals.ts',
  ...Object.fromEntries(plugins.map((name) => [`plugins/${name}`, `src/plugins/${name}/index.ts`])),
  ...Object.fromEntries(importers.map((name) => [`import/${name}`, `src/import/${name}.ts`])),
  ...Object.fromEntries(compat.map((name) => [`compat/${name}`, `src/compat/${name}/index.ts`])),
}

/** What the view loads when it is first needed. */
const parts: Input = {
  preferences: 'src/view/preferences/preferences.tsx',
  'settings-button': 'src/view/settings-button/settings-button.ts',
  placeholder: 'src/view/placeholder/placeholder.ts',
  confirmation: 'src/view/confirmation/confirmation.ts',
  extras: 'src/view/banner/extras.ts',
  popover: 'src/view/parts/popover.ts',
  reload: 'src/view/reload/reload.ts',
}
const languages: Input = Object.fromEntries(locales.map((tag) => [`locales/${tag}`, `src/locales/${tag}.ts`]))

/** Of one file each: what they share with others would be cut into chunks that every first visit pays for. */
const alone: Input[] = [
  { 'declaration/index': 'src/declaration/index.ts' },
  { 'view/index': 'src/view/index.ts' },
  ...Object.entries(parts).map(([name, file]) => ({ [`view/${name}`]: file })),
]

/** Files that our own files for script tags ask for: each a module and a classic script. */
function part(input: Input, { isDevelopment = false, extra = [] as readonly Plugin[] } = {}): RollupOptions {
  return {
    input,
    plugins: [...compile(isDevelopment), ...extra, asPart(version), terse({ isAscii: false })],
    treeshake: treeshake(isDevelopment),
    output: { dir: 'dist/cdn', format: 'es', sourcemap: true },
  }
}

/** A classic script is read in the encoding of its page: ASCII alone is safe. */
function script(
  file: string,
  input: string,
  { isDevelopment = false, last = [] as readonly Plugin[] } = {},
): RollupOptions {
  return {
    input,
    plugins: [...compile(isDevelopment), terse({ isAscii: true, isCalledOnLoad: !isDevelopment }), ...last],
    treeshake: treeshake(isDevelopment),
    output: { file: `dist/cdn/${file}.js`, format: 'iife', sourcemap: true },
  }
}

const pluginScript = (name: string, file: string, isDevelopment = false): RollupOptions => ({
  input: pluginFile(name),
  plugins: [pluginFiles(), ...compile(isDevelopment), terse({ isAscii: true, isReadable: isDevelopment })],
  treeshake: treeshake(isDevelopment),
  output: {
    file: `dist/cdn/${file}.js`,
    format: 'iife',
    sourcemap: !isDevelopment,
    inlineDynamicImports: true,
  },
})

const { 'locales/en': _, ...foreignLanguages } = languages
const isPart = (name: string) => [...Object.keys(parts), 'view'].includes(name) || name.startsWith('locales/')
/** `void 0` beside the names of the parts leads to `hashes.js`, which has all of them. */
const hashesIn = (...names: string[]) =>
  fillIn(() => ({
    __HASHES__: JSON.stringify(hashesOf('dist/cdn', (name) => names.includes(name))),
  }))

const cdn: RollupOptions[] = [
  ...Object.entries(parts).map((entry) => part(Object.fromEntries([entry]))),
  part({ view: 'src/view/create-view.ts' }),
  part(foreignLanguages),
  part({ devtools: 'src/devtools/index.ts' }, { isDevelopment: true }),
  part(
    { hashes: 'hashes' },
    {
      extra: [
        {
          name: 'hashes',
          resolveId: (id) => (id === 'hashes' ? id : null),
          load: (id) =>
            id === 'hashes' ? `export const hashes = ${JSON.stringify(hashesOf('dist/cdn', isPart))}` : null,
        },
      ],
    },
  ),
  script('askfirst', 'src/cdn/askfirst.ts', { last: [hashesIn('hashes'), inLanguages(foreign)] }),
  script('askfirst.dev', 'src/cdn/askfirst.ts', {
    isDevelopment: true,
    last: [hashesIn('hashes', 'devtools'), fillIn(() => ({ __LANGUAGE__: 'void 0' }))],
  }),
  script('cookiebot', 'src/cdn/cookiebot.ts', { last: [hashesIn('hashes')] }),
  script('core', 'src/cdn/core.ts', { last: [hashesIn('hashes', 'view')] }),
  ...pluginNames.flatMap((name) => [
    pluginScript(name, `plugins/${name}`),
    pluginScript(name, `plugins/${name}.dev`, true),
    // The file was here before there was a folder.
    ...(name === 'auto-block' ? [pluginScript(name, name)] : []),
  ]),
  script('declaration', 'src/cdn/declaration.ts', { last: [themes(), manifest()] }),
]

const conditions = ['production', 'development'] as const

/** Of no use without a development build, and the same for all. */
const tools: Input = { devtools: 'src/devtools/index.ts' }

export default [
  ...conditions.flatMap((condition) => [main, ...alone, languages].map((input) => npm(condition, input))),
  npm('development', tools),
  ...cdn,
]
