import { readCookies, removeCookie } from '../../browser/cookies.js'
import type { Place } from '../../model/importer.js'
import { matches } from '../../model/pattern.js'

/** Removes what another system has stored, wherever its cookies were set. */
export function removePlaces(places: readonly Place[]): void {
  for (const { kind, name: pattern } of places) {
    for (const name of namesOf(kind)) {
      if (!matches(pattern, name)) continue
      if (kind === 'cookie') removeCookie(name, {})
      else localStorage.removeItem(name)
    }
  }
}

function namesOf(kind: Place['kind']): string[] {
  if (kind === 'cookie') return readCookies().map(([name]) => name)
  try {
    return Array.from({ length: localStorage.length }, (_, index) => `${localStorage.key(index)}`)
  } catch {
    return []
  }
}
