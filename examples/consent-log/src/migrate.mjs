import { readdir, readFile } from 'node:fs/promises'

/**
 * Brings a database to the newest version, each step once.
 *
 * @param {string} dialect folder of `migrations`
 * @param {{ applied(): Promise<number[]> | number[], apply(sql: string, version: number, name: string): unknown }} database
 */
export async function migrate(dialect, { applied, apply }) {
  const folder = new URL(`../migrations/${dialect}/`, import.meta.url)
  const done = new Set(await applied())
  for (const file of (await readdir(folder)).filter((each) => each.endsWith('.sql')).sort()) {
    const version = Number.parseInt(file, 10)
    if (!done.has(version)) await apply(await readFile(new URL(file, folder), 'utf8'), version, file)
  }
}
