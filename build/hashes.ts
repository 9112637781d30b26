import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Subresource Integrity metadata of a text or file (https://www.w3.org/TR/SRI/). */
export function hashOf(content: string | Uint8Array, algorithm: 'sha256' | 'sha384' = 'sha384'): string {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`
}

/** Every `.js` file under a folder, by its name without the ending: `{ 'locales/fr': 'sha256-…' }`. */
export function hashesOf(folder: string, isPart: (name: string) => boolean): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .flatMap((file) => (file.endsWith('.js') ? [file.replaceAll('\\', '/').slice(0, -3)] : []))
    .filter(isPart)
    .sort()
  return Object.fromEntries(
    names.map((name) => [name, hashOf(readFileSync(join(folder, `${name}.js`)), 'sha256')]),
  )
}
