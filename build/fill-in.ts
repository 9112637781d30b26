import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'

/** Replaces free names in a finished file with values that are known only when the build comes to it. */
export function fillIn(values: () => { readonly [name: string]: string }) {
  return {
    name: 'fill-in',
    renderChunk(code: string) {
      const filled = Object.entries(values()).reduce(
        (text, [name, value]) => text.replace(name, () => value),
        code,
      )
      return { code: filled, map: null }
    },
  }
}

/** A value in a classic script, which is read in the encoding of its page: in ASCII. */
export function toAscii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The texts that a source file exports, by their keys. */
export async function readTexts(file: string): Promise<{ readonly [key: string]: string }> {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' })
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return Object.values(module)[0] as { readonly [key: string]: string }
}
