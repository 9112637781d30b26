import type { DeclaredItem } from '../declared-items.js'

/** Columns of the CSV in their order, with the headings under which others export the same. */
export const csvColumns: readonly (readonly [key: keyof DeclaredItem, ...headings: string[]])[] = [
  ['name', 'name', 'cookie', 'cookie / data key name', 'cookie name'],
  ['label', 'label'],
  ['provider', 'provider', 'platform', 'host'],
  ['domain', 'domain'],
  ['path', 'path'],
  ['category', 'category', 'cookie category'],
  ['service', 'service'],
  ['purpose', 'purpose', 'description'],
  ['duration', 'duration', 'expiry', 'lifespan', 'retention period', 'maximum storage duration'],
  ['kind', 'type', 'kind'],
  ['party', 'party'],
  ['persistence', 'persistence'],
  ['policyUrl', 'policyUrl', 'user privacy & gdpr rights portals'],
]
