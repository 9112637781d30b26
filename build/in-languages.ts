import { readTexts, toAscii } from './fill-in.ts'

const NAME = '__LANGUAGE__'

interface Chunk {
  readonly type: 'chunk' | 'asset'
  code?: string
}

/** Puts a copy of the file with the banner's words in it beside it for each language: `askfirst.fr.js`. */
export function inLanguages(tags: readonly string[]) {
  return {
    name: 'in-languages',
    async generateBundle(
      this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): void },
      _: unknown,
      bundle: { readonly [file: string]: Chunk },
    ) {
      const keys = Object.keys(await readTexts('src/text/english/banner.ts'))
      for (const [file, chunk] of Object.entries(bundle)) {
        const { code } = chunk
        if (!code) continue
        for (const tag of tags) {
          const all = await readTexts(`src/locales/${tag}.ts`)
          const texts = Object.fromEntries(keys.map((key) => [key, all[key]]))
          const source = code
            .replace(NAME, () => toAscii({ tag, texts }))
            .replace(/\n?\/\/# sourceMappingURL=.*/, '')
          this.emitFile({ type: 'asset', fileName: file.replace('.js', `.${tag}.js`), source })
        }
        chunk.code = code.replace(NAME, 'void 0')
      }
    },
  }
}
