import type { CookieItem, CookieKind } from '../model/categories.js'
import { readCookies, removeCookie } from './cookies.js'

/** One kind of storage: what is there, and how it goes. Naming a store throws where the browser refuses it. */
export interface Store {
  names(): Promise<readonly (string | undefined)[]> | readonly string[]
  /** @param isOfHost leaves what belongs to parent domains too */
  remove(name: string, item: CookieItem, isOfHost?: boolean): unknown
}

function webStorage(store: () => Storage): Store {
  return {
    // By index: `Object.keys` passes over keys such as `length`.
    // Not `Array.from`, which Prototype.js and MooTools replace.
    names: () => [...Array(store().length)].map((_, index) => `${store().key(index)}`),
    remove: (name) => store().removeItem(name),
  }
}

/** A pixel keeps nothing that could be removed. */
export const stores: { readonly [kind in CookieKind]?: Store } = {
  cookie: { names: () => readCookies().map(([name]) => name), remove: removeCookie },
  'local-storage': webStorage(() => localStorage),
  'session-storage': webStorage(() => sessionStorage),
  'indexed-db': {
    names: async () => (await indexedDB.databases()).map(({ name }) => name),
    remove: (name) => indexedDB.deleteDatabase(name),
  },
  // Pages on http have no Cache.
  cache: {
    names: async () => (await globalThis.caches?.keys()) ?? [],
    remove: (name) => caches.delete(name),
  },
}
