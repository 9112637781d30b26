import type { Frame, Page } from 'playwright-core'
import type { StorageKind } from '../rules/facts.js'
import { within } from '../within.js'

/** One item of a store that a script of its origin can see. */
export interface KeptItem {
  readonly kind: Exclude<StorageKind, 'cookie'>
  readonly name: string
  readonly host: string
  /** Characters of the value, where it is text. */
  readonly size?: number | undefined
}

/** Runs in the page: what its origin keeps. Refused stores keep nothing. */
async function listInPage(): Promise<KeptItem[]> {
  const host = location.hostname
  const items: KeptItem[] = []
  const attempt = async (look: () => unknown) => {
    try {
      await look()
    } catch {
      // Refused by the browser or by a sandbox.
    }
  }
  const readKeys = (kind: 'local-storage' | 'session-storage', store: Storage) => {
    for (let at = 0; at < store.length; at++) {
      const name = store.key(at)
      if (name !== null) items.push({ kind, name, host, size: store.getItem(name)?.length })
    }
  }
  await attempt(() => readKeys('local-storage', localStorage))
  await attempt(() => readKeys('session-storage', sessionStorage))
  await attempt(async () => {
    for (const { name } of await indexedDB.databases())
      if (name) items.push({ kind: 'indexed-db', name, host })
  })
  await attempt(async () => {
    for (const name of await caches.keys()) items.push({ kind: 'cache', name, host })
  })
  await attempt(async () => {
    for (const { active, waiting, installing } of await navigator.serviceWorker.getRegistrations()) {
      const worker = active ?? waiting ?? installing
      if (worker) items.push({ kind: 'service-worker', name: new URL(worker.scriptURL).pathname, host })
    }
  })
  return items
}

const PATIENCE = 3000

/** What the origins of a page and its frames keep. A frame that does not answer keeps nothing. */
export async function listStorage(page: Page): Promise<KeptItem[]> {
  const isWeb = (frame: Frame) => /^https?:/.test(frame.url())
  const lists = await Promise.all(
    page
      .frames()
      .filter(isWeb)
      .map((frame) => within(PATIENCE, frame.evaluate(listInPage)).catch(() => [])),
  )
  return lists.flat()
}
