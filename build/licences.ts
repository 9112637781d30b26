import { readFileSync } from 'node:fs'

interface Chunk {
  readonly type: 'chunk' | 'asset'
  code?: string
  readonly moduleIds?: readonly string[]
}

/** `…/node_modules/@floating-ui/dom/dist/x.mjs` → `…/node_modules/@floating-ui/dom/`. */
const folderOf = (id: string) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(id.replaceAll('\\', '/'))?.[0]

/** One line about a package: what its licence asks to be kept with copies, and where the rest stands. */
function describe(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
  const notice = /^copyright.*$/im.exec(readFileSync(`${folder}LICENSE`, 'utf8'))?.[0]
  return `${name} ${version}, ${license}, ${notice?.trim()}`
}

/**
 * Writes a comment into each file that other packages are bundled into: `/*! preact 11.2.0, MIT, Copyright … *\/`. It
 * stands before the line of the source map, whose positions it leaves as they are. The whole licences are in
 * `THIRD-PARTY-NOTICES`.
 */
export function licences() {
  return {
    name: 'licences',
    generateBundle(_: unknown, bundle: { [file: string]: Chunk }) {
      for (const chunk of Object.values(bundle)) {
        const folders = new Set((chunk.moduleIds ?? []).flatMap((id) => folderOf(id) ?? []))
        if (!chunk.code || !folders.size) continue
        const comment = `/*! ${[...folders].map(describe).join('; ')}; see THIRD-PARTY-NOTICES */\n`
        const [code, map = ''] = chunk.code.split(/(?=^\/\/# sourceMappingURL=)/m)
        chunk.code = `${code?.trimEnd()}\n${comment}${map}`
      }
    },
  }
}
