import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

/** Looks for an optional package where the command was started, then beside this one. */
export function findPackage(name: string): string | undefined {
  for (const from of [join(process.cwd(), 'package.json'), import.meta.url]) {
    try {
      return createRequire(from).resolve(name)
    } catch {
      // Not there: the next place.
    }
  }
}
