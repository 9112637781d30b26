import type { AskedHost, Phase, StorageKind, StoredItem } from './facts.js'

const kinds: { readonly [K in StorageKind]: string } = {
  cookie: 'Cookie',
  'local-storage': 'Local storage key',
  'session-storage': 'Session storage key',
  'indexed-db': 'IndexedDB database',
  cache: 'Cache',
  'service-worker': 'Service worker',
}

/** A kind of storage in words, at the start of a sentence. */
export const describeKind = (kind: StorageKind) => kinds[kind]

/** An item in words: `Cookie "_ga" of .shop.test`. */
export const describeItem = ({ kind, name, domain }: StoredItem) => `${kinds[kind]} "${name}" of ${domain}`

/** The same from run to run. */
export const subjectOfItem = ({ kind, name, domain }: StoredItem) => `${kind} ${name} ${domain}`
export const subjectOfHost = ({ host }: AskedHost) => `request ${host}`

/** What is known about how an item came to be. */
export function evidenceOfItem(item: StoredItem): string[] {
  const { writer, lifetime, httpOnly, seen, suggestion } = item
  const lines = [`seen: ${seen.join(', ')}`]
  if (writer) lines.push(`written by ${writer.via} ${[writer.url, ...writer.chain].join(' ← ')}`)
  if (lifetime !== undefined)
    lines.push(lifetime === 'session' ? 'kept until the browser closes' : `kept for ${lifetime} days`)
  if (httpOnly) lines.push('HttpOnly: only the server can remove it')
  if (suggestion) {
    const { vendor, category, source, certainty } = suggestion
    lines.push(`${source}: ${vendor}, ${category} (certainty ${certainty})`)
  }
  return lines
}

/** What is known about why a host was asked. */
export function evidenceOfHost({
  initiator,
  example,
  type,
  count,
  identifierBytes,
  setsCookies,
}: AskedHost): string[] {
  const lines = [`${count} × ${type.join(', ')}: ${example}`]
  if (initiator.length > 0) lines.push(`caused by ${initiator.join(' ← ')}`)
  if (identifierBytes > 0) lines.push(`${identifierBytes} bytes of identifiers in one request`)
  if (setsCookies.length > 0) lines.push(`sets ${setsCookies.join(', ')}`)
  return lines
}

const places: { readonly [P in Phase]: string } = {
  before: 'before any answer',
  reject: 'after everything was refused',
  accept: 'after everything was accepted',
  withdraw: 'after consent was withdrawn',
  'next-visit': 'on the next visit after a refusal',
}

export const describePhase = (phase: Phase) => places[phase]
