import type { TrustedPolicy } from '../../model/settings.js'
import { loadScript } from './load-script.js'
import { partFolders, RELATIVE } from './part-folders.js'

declare const __VERSION__: string

/** Subresource Integrity metadata by part; that of the part `hashes` leads to all others. */
export interface Hashes {
  readonly [part: string]: string | undefined
}

interface PartLoaderOptions {
  /** The tag of our own file. */
  readonly tag: HTMLScriptElement | undefined
  /** Those that our own file knows. */
  readonly hashes: Hashes
  readonly policy: TrustedPolicy | undefined
}

/** Loads a file of `dist/cdn` by its name without the ending. @throws Error naming the file and the cure */
export type LoadFile = (name: string) => Promise<unknown>

/** Milliseconds that one attempt may take. */
const PATIENCE = 10_000

const registry = Symbol.for('askfirst.parts')

/** Parts register themselves by name and version: one of another version is none. */
function findPart(name: string): unknown {
  return (document as { [registry]?: { [part: string]: unknown } })[registry]?.[`${name} ${__VERSION__}`]
}

/**
 * Loads parts from the place that our own file came from: as a module, as a classic script where that failed.
 * Where our own tag has `integrity`, a part has to match its hash. After a failure the next call asks again.
 */
export function createPartLoader({ tag, hashes, policy }: PartLoaderOptions): LoadFile {
  const pending = new Map<string, Promise<unknown>>()
  const { src = '', integrity: isChecked, nonce, dataset } = tag ?? ({} as Partial<HTMLScriptElement>)
  let folders = partFolders({ tag, version: __VERSION__, named: dataset?.parts })
  let failures = 0

  /** Tries one folder. @returns the part, if it is there */
  async function ask(folder: string, name: string, integrity: string | undefined): Promise<unknown> {
    // Old copies in caches, and modules that Firefox has seen fail: by another query they are other files.
    const queries = failures
      ? [`?${__VERSION__}-${failures}`]
      : [src.replace(/^[^?]*|#.*/g, ''), `?${__VERSION__}`]
    const ways: ((address: string) => Promise<unknown>)[] = []
    if (!integrity) ways.push((address) => import(address))
    if (folder !== RELATIVE) ways.push((address) => loadScript({ address, integrity, nonce, policy }))
    for (const way of ways) {
      for (const query of queries) {
        const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error('no answer')))
        try {
          await Promise.race([way(`${folder}${name}.js${query}`), late])
        } catch {
          break
        }
        const part = findPart(name)
        if (part) return part
      }
    }
  }

  async function load(name: string): Promise<unknown> {
    let integrity: string | undefined
    if (isChecked) {
      integrity = hashes[name] ?? ((await loadOnce('hashes')) as { hashes: Hashes }).hashes[name]
      if (!integrity) throw new Error(`[askfirst] ${name}.js has no hash.`)
    }
    for (const folder of folders) {
      const part = findPart(name) ?? (await ask(folder, name, integrity))
      if (!part) continue
      folders = [folder]
      return part
    }
    failures++
    throw new Error(
      `[askfirst] ${folders.at(-1) ?? ''}${name}.js (${__VERSION__}) did not load. Put the files of dist/cdn beside this one, or name their folder: data-parts="/folder".`,
    )
  }

  function loadOnce(name: string): Promise<unknown> {
    const part = pending.get(name) ?? load(name)
    pending.set(name, part)
    part.catch(() => pending.delete(name))
    return part
  }
  return loadOnce
}
