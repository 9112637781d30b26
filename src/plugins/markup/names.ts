import type { NameMap } from '../../model/importer.js'
import { isDeclared, joinName } from '../../model/names.js'
import type { Settings } from '../../model/settings.js'
import { usualNames } from '../../model/usual-names.js'

/** Names of this site for a word of another system: all of them have to be granted. */
export type Translate = (foreign: string) => string[]

/**
 * Looks a word up in the site's map, then among its categories and services, then among the words that consent
 * systems use. A word that is none of them becomes an unknown name, and what it tags stays held.
 */
export function createTranslate(settings: Settings, map: NameMap, usual: NameMap = {}): Translate {
  const names = { ...usualNames, ...usual, ...map }
  const { categories } = settings
  return (foreign) => {
    const word = foreign.trim()
    const mapped = Object.hasOwn(map, word) ? map[word] : undefined
    if (mapped !== undefined) return mapped ? mapped.split(/\s+/) : []
    if (isDeclared(settings, word)) return [word]
    const owners = Object.keys(categories).filter((category) =>
      Object.hasOwn(categories[category]?.services ?? {}, word),
    )
    if (owners.length === 1) return [joinName(`${owners[0]}`, word)]
    const lower = word.toLowerCase()
    const key = Object.hasOwn(names, word) ? word : lower
    if (Object.hasOwn(names, key)) return `${names[key]}`.split(' ')
    // Signs of a condition (`|`, `!`, spaces) must not come in with a word.
    return [lower.replace(/[^a-z0-9_.-]+/g, '-') || 'unknown']
  }
}
