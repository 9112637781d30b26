import { answerKeepers } from './consent-tools.js'
import type { Declaration, DeclaredItem, StoredItem } from './facts.js'
import { isWithin, matchName } from './match-name.js'

/** What an item is for, as far as it can be told, and why. */
export interface Purpose {
  /** `necessary` needs no consent, `objectable` works until it is refused, `optional` needs consent. */
  readonly need: 'necessary' | 'objectable' | 'optional' | 'unknown'
  readonly category?: string | undefined
  /** In words that follow "because". */
  readonly because: string
  /** Whether the site's own declaration, or the party alone, settles it. */
  readonly isCertain: boolean
}

/** The declared item that covers a stored one. */
export function findDeclared(item: StoredItem, declaration: Declaration): DeclaredItem | undefined {
  return declaration.items.find(
    (declared) =>
      declared.kind === item.kind &&
      matchName(declared, item.name) &&
      (!declared.domain || isWithin(item.domain, declared.domain) || isWithin(declared.domain, item.domain)),
  )
}

/** The consent tool that keeps its answer under this name. */
export function findKeeper({ name, kind, party }: StoredItem): string | undefined {
  if (party === 'third' || (kind !== 'cookie' && kind !== 'local-storage' && kind !== 'session-storage'))
    return
  return Object.keys(answerKeepers).find((tool) =>
    answerKeepers[tool]?.some((pattern) => matchName({ name: pattern }, name)),
  )
}

const needs = {
  required: 'necessary',
  exempt: 'necessary',
  'opt-out': 'objectable',
  'opt-in': 'optional',
} as const

/** Categories of hosts that exist to serve files, not to follow visitors. */
const neutral = new Set(['cdn', 'hosting', 'consent-provider', 'utility'])

/** Judges one item: first by the declaration, then by open data, then by who it belongs to and who wrote it. */
export function purposeOfItem(item: StoredItem, declaration?: Declaration): Purpose {
  const { suggestion, writer } = item
  if (declaration && item.name === declaration.record && item.party === 'first')
    return { need: 'necessary', because: 'it keeps the answer', isCertain: true }
  const declared = declaration && findDeclared(item, declaration)
  if (declared) {
    const { category } = declared
    const model = declaration.categories[category] ?? 'opt-in'
    return { need: needs[model], category, because: `it is declared as ${category}`, isCertain: true }
  }
  const keeper = findKeeper(item)
  if (keeper) return { need: 'necessary', because: `${keeper} keeps the answer in it`, isCertain: true }
  if (suggestion && suggestion.certainty !== 'low') {
    const { category, vendor, source } = suggestion
    const because = `${vendor} uses it for ${category} (${source})`
    return { need: category === 'necessary' ? 'necessary' : 'optional', category, because, isCertain: true }
  }
  if (item.party === 'third' && item.kind !== 'service-worker')
    return { need: 'optional', because: `it belongs to another site, ${item.domain}`, isCertain: true }
  if (writer?.party === 'third' && !(writer.category && neutral.has(writer.category)))
    return { need: 'optional', because: `${new URL(writer.url).host} wrote it`, isCertain: false }
  return { need: 'unknown', because: 'the site set it and no data says what it is for', isCertain: false }
}
