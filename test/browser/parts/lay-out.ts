import { readdir, readFile } from 'node:fs/promises'
import type { Site } from '../harness/site.js'

const dist = new URL('../../../dist/cdn/', import.meta.url)
export const { version } = JSON.parse(
  await readFile(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string }

interface Layout {
  readonly host: string
  /** Ends in a slash. */
  readonly folder: string
  /** @default true */
  readonly hasCors?: boolean
  /** What the server does with a file before it is sent; `undefined`: not found. */
  readonly change?: (file: string, text: string, query: string) => string | undefined
}

export async function textOf(file: string): Promise<string> {
  return readFile(new URL(file, dist), 'utf8')
}

/** Puts the built files for script tags anywhere. @returns the address of the folder */
export async function layOut(
  site: Site,
  { host, folder, hasCors = true, change = (_, text) => text }: Layout,
): Promise<string> {
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js'))
  for (const name of names) {
    const text = await textOf(name)
    const headers = { 'Access-Control-Allow-Origin': hasCors ? '*' : 'http://nowhere.test' }
    site.file(`${folder}${name}`, ({ query }) => change(name, text, `${query}`) ?? 'not found;', {
      host,
      headers,
    })
  }
  return site.url(folder, { host })
}
