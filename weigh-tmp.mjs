import {build} from 'esbuild'; import {brotliCompressSync,constants} from 'node:zlib'
for (const f of process.argv.slice(2)) {
 const {outputFiles} = await build({stdin:{contents:`import * as all from './${f}'; globalThis.all = all`,resolveDir:process.cwd(),sourcefile:'f.js'},bundle:true,minify:true,format:'esm',target:'es2022',charset:'utf8',write:false,outdir:'o',tsconfigRaw:'{}',define:{__DEV__:'false'}})
 const b=outputFiles[0].contents; if(process.env.SHOW)console.log(outputFiles[0].text);console.log(f.replace('src/plugins/',''), b.length, brotliCompressSync(b,{params:{[constants.BROTLI_PARAM_QUALITY]:11,[constants.BROTLI_PARAM_SIZE_HINT]:b.length}}).length)
}
