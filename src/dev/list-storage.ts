import { stores } from '../browser/stores.js'
import type { CookieKind } from '../model/categories.js'
import type { StoredItem } from './compare-storage.js'

/** Every cookie and storage key that scripts can see; HttpOnly cookies and other sites are out of reach. */
export async function listStorage(): Promise<StoredItem[]> {
  const found = Object.entries(stores).map(async ([kind, store]) => {
    try {
      const names = await store.names()
      return names.flatMap((name) => (name ? [{ kind: kind as CookieKind, name }] : []))
    } catch {
      // Refused by the browser: nothing is kept there either.
      return []
    }
  })
  return (await Promise.all(found)).flat()
}
