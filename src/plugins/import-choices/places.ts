import { readCookies, removeCookie } from '../../browser/cookies.js'
import type { ForeignStores, Importer } from '../../model/importer.js'

/** The browser's storage as importers read it. Where it is refused nothing is there. */
export function browserStores(): ForeignStores {
  const cookies = readCookies()
  return {
    cookies,
    cookie: (name) => cookies.find(([key]) => key === name)?.[1],
    item: (key) => tryStorage((storage) => storage.getItem(key)) ?? undefined,
  }
}

/** Names among those given that an importer calls its own. */
export function ownNames(places: readonly string[] | undefined, names: readonly string[]): string[] {
  return names.filter((name) =>
    places?.some((place) => (place.endsWith('*') ? name.startsWith(place.slice(0, -1)) : name === place)),
  )
}

/** Removes what a system has stored, wherever its cookies were set. */
export function removePlaces({ cookies, items }: Importer): void {
  const cookieNames = readCookies().map(([name]) => name)
  for (const name of ownNames(cookies, cookieNames)) removeCookie(name, {})
  tryStorage((storage) => {
    for (const key of ownNames(items, Object.keys(storage))) storage.removeItem(key)
  })
}

function tryStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch {
    return
  }
}
