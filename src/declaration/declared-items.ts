import type { CookieKind } from '../model/categories.js'
import { declaredIn, kindOf } from '../model/declared.js'
import type { Settings } from '../model/settings.js'
import { cookieName } from '../text/cookie-name.js'
import { localise } from '../text/language.js'
import { isSession } from './is-session.js'

/** One declared item in one language: a row of the declaration and of every export. Empty where nothing is said. */
export interface DeclaredItem {
  readonly category: string
  /** Key of the service; empty for what belongs to the category alone. */
  readonly service: string
  /** With `*` for what varies. */
  readonly name: string
  readonly label: string
  readonly provider: string
  readonly domain: string
  readonly path: string
  readonly purpose: string
  /** `'session'` or an ISO 8601 period. */
  readonly duration: string
  readonly kind: CookieKind
  readonly party: 'first' | 'third'
  /** Whether it outlives the browser session. */
  readonly persistence: 'session' | 'persistent'
  readonly policyUrl: string
}

/** Every declared item, in the order of the options. */
export function declaredItems({ categories }: Settings, locale: string): DeclaredItem[] {
  return declaredIn({ categories }).map(
    ({ category, service = '', by: { provider = '', policyUrl = '' } = {}, item }): DeclaredItem => ({
      category,
      service,
      name: cookieName(item.name),
      label: localise(item.label ?? '', locale),
      provider: item.provider ?? provider,
      domain: item.domain ?? '',
      path: item.path ?? '',
      purpose: localise(item.purpose ?? '', locale),
      duration: item.duration ?? '',
      kind: kindOf(item),
      party: item.party ?? 'first',
      persistence: isSession(item) ? 'session' : 'persistent',
      policyUrl: item.policyUrl ?? policyUrl,
    }),
  )
}
