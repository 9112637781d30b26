import { expect, test } from 'vitest'
import { canonicalJson, createSnapshot, hashOf, verifySnapshot } from '../../../src/declaration/index.js'
import fr from '../../../src/locales/fr.js'
import { options } from './options.js'

/** The same value with every object's keys written the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T
  if (!value || typeof value !== 'object' || value instanceof RegExp) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, it]) => [key, reversed(it)]),
  ) as T
}

test('a snapshot holds all that a visitor is asked: policy, categories, cookies and every text', () => {
  const snapshot = createSnapshot(options, { locale: 'fr', strings: fr })
  expect(snapshot).toMatchObject({
    format: 1,
    locale: 'fr',
    policy: { version: '2024-10-01', url: '/cookies', changes: 'Les cartes sont nouvelles.' },
    cookie: { name: '__Host-askfirst', days: 182 },
    texts: { acceptAll: 'Tout accepter', held: fr.held, change: fr.change, proof: fr.proof },
  })
  expect(snapshot.categories.map(({ label }) => label)).toContain('Mesure')
  expect(snapshot.items.map(({ name }) => name)).toContain('_ga_*')
})

test('the same options give the same hash, whatever the order of keys and whatever is undefined', async () => {
  const hash = await hashOf(createSnapshot(options))
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  // Categories keep their order: it is the order in which a visitor is asked.
  const { categories, ...rest } = options
  const same = {
    ...reversed(rest),
    categories: Object.fromEntries(Object.entries(categories ?? {}).map(([key, it]) => [key, reversed(it)])),
  }
  expect(await hashOf(createSnapshot({ ...same, banner: undefined }))).toBe(hash)
})

test('a database that keeps keys in an order of its own changes no hash', async () => {
  const snapshot = createSnapshot(options)
  expect(canonicalJson(reversed(snapshot))).toBe(canonicalJson(snapshot))
  expect(await hashOf(reversed(snapshot))).toBe(await hashOf(snapshot))
})

test('one changed word, cookie, version or language is another hash', async () => {
  const changed = [
    options,
    { ...options, texts: { acceptAll: 'Accept everything' } },
    { ...options, policy: { version: '2024-10-02' } },
    { ...options, cookie: { days: 90 } },
    { ...options, categories: { ...options.categories, maps: {} } },
    { ...options, banner: { layout: 'box' as const } },
  ]
  const hashes = await Promise.all([
    ...changed.map((it) => hashOf(createSnapshot(it))),
    hashOf(createSnapshot(options, { locale: 'fr', strings: fr })),
  ])
  expect(new Set(hashes).size).toBe(changed.length + 1)
})

test('what changes nothing for visitors changes no hash', async () => {
  const technical = { ...options, reload: 'never' as const, scriptTimeout: 1, plugins: [{ name: 'x' }] }
  expect(await hashOf(createSnapshot(technical))).toBe(await hashOf(createSnapshot(options)))
})

test('an archived snapshot is verified by its hash, and one that was touched is not', async () => {
  const snapshot = createSnapshot(options)
  const hash = await hashOf(snapshot)
  const archived = JSON.parse(canonicalJson(snapshot))
  expect(await verifySnapshot(archived, hash)).toBe(true)
  archived.texts.rejectAll = 'No'
  expect(await verifySnapshot(archived, hash)).toBe(false)
})

test('the hash is the SHA-256 that others come to', async () => {
  const { createHash } = await import('node:crypto')
  const snapshot = createSnapshot(options)
  expect(await hashOf(snapshot)).toBe(createHash('sha256').update(canonicalJson(snapshot)).digest('hex'))
})

test('a snapshot is frozen through and through', () => {
  const snapshot = createSnapshot(options)
  expect(Object.isFrozen(snapshot)).toBe(true)
  expect(Object.isFrozen(snapshot.texts)).toBe(true)
  expect(snapshot.items.every(Object.isFrozen)).toBe(true)
})
