import { build } from 'esbuild'
import { brotliCompressSync, constants } from 'node:zlib'
const src = process.argv[2] ?? `import {createConsent} from './dist/production/index.js'; globalThis.x = createConsent`
const c = (b) => brotliCompressSync(b, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: b.length } }).length
const r = await build({ stdin: { contents: src, resolveDir: process.cwd() }, bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, metafile: true, logLevel: 'error', define:{__DEV__:'false',__LOCALES__:'[]',__VERSION__:'"0.1.0"'} , external:process.argv.includes('--nojs')?['js-cookie']:[]})
console.log(r.outputFiles[0].contents.length, c(r.outputFiles[0].contents))
const ins = Object.values(r.metafile.outputs)[0].inputs
if (process.argv.includes('-v')) for (const [k, v] of Object.entries(ins).sort((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)) console.log(v.bytesInOutput, k)
