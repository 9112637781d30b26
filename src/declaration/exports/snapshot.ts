import type { CookieOptions } from '../../model/settings.js'
import { placeholderTexts } from '../../text/english/placeholder.js'
import { settingsButtonTexts } from '../../text/english/settings-button.js'
import { localise } from '../../text/language.js'
import { type DeclaredItem, declaredItems } from '../declared-items.js'
import { type DescribedCategory, describeCategories } from '../described-categories.js'
import type { DeclaredOptions, Language } from '../options.js'
import { declaredOptions, wordingOf } from '../wording.js'
import { canonicalJson } from './canonical-json.js'

/**
 * What visitors of one language are asked, word for word. Plain JSON without a time or anything random in
 * it: the same options give the same snapshot, wherever and whenever it is taken.
 */
export interface Snapshot {
  readonly format: 1
  readonly locale: string
  readonly policy: { readonly version: string; readonly url: string; readonly changes: string }
  readonly cookie: Pick<CookieOptions, 'name' | 'domain' | 'path' | 'days'>
  readonly banner: object
  readonly categories: readonly DescribedCategory[]
  readonly items: readonly DeclaredItem[]
  /** Every text of the view by key. */
  readonly texts: { readonly [key: string]: string }
}

/**
 * Freezes what the options ask in one language, to be archived under its hash.
 *
 * @example
 * const snapshot = createSnapshot(options, { locale: 'fr', strings: fr })
 * await writeFile(`consent/${await hashOf(snapshot)}.json`, canonicalJson(snapshot))
 */
export function createSnapshot(given: DeclaredOptions, language: Language = {}): Snapshot {
  const wording = wordingOf(given, language)
  const options = declaredOptions(given, wording)
  const { policy, cookie, banner } = options
  const { name, domain, path, days } = cookie
  const snapshot: Snapshot = {
    format: 1,
    locale: wording.locale,
    policy: {
      version: policy.version,
      url: policy.url ?? '',
      changes: localise(policy.changes ?? '', wording.locale),
    },
    cookie: { name, domain, path, days },
    banner,
    categories: describeCategories(options, wording),
    items: declaredItems(options, wording.locale),
    texts: { ...placeholderTexts, ...settingsButtonTexts, ...wording.texts },
  }
  return freeze(JSON.parse(canonicalJson(snapshot)))
}

function freeze<T>(value: T): T {
  if (value && typeof value === 'object') for (const member of Object.values(value)) freeze(member)
  return Object.freeze(value)
}

/**
 * The name of a snapshot: SHA-256 of its canonical JSON, 64 hexadecimal digits. Needs `crypto.subtle`,
 * which browsers give to secure pages alone (https, localhost); Node has it.
 */
export async function hashOf(snapshot: Snapshot): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(snapshot))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether an archived snapshot is, to the letter, the one that went by this hash. */
export async function verifySnapshot(snapshot: Snapshot, hash: string): Promise<boolean> {
  return (await hashOf(snapshot)) === hash
}
