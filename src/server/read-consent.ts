import type { Categories, DefaultCategories, NamesIn } from '../model/categories.js'
import { answerFor, isAnswered, isPresumed, type Status } from '../model/decision.js'
import type { Importer } from '../model/importer.js'
import { namesOf } from '../model/names.js'
import { readImported } from '../model/read-imported.js'
import { type ConsentRecord, decodeRecord, expiryOf, newestOf } from '../model/record.js'
import { resolveSettings } from '../model/resolve-settings.js'
import type { CommonOptions } from '../model/settings.js'

/** The value of a `Cookie` header, as Node (`string | undefined`) and `Headers.get` (`string | null`) give it. */
export type CookieHeader = string | null | undefined

/** What a request's cookies say: the decision that the browser comes to by itself. */
export interface ServerConsent<N extends string = string> {
  /** `'undecided'` until there is an answer for this policy version and every category. */
  readonly status: Status
  readonly record: ConsentRecord | undefined
  readonly granted: readonly N[]
  /** Those of `granted` that the visitor has not answered: opt-out and exempt names without a choice. */
  readonly presumed: readonly N[]
  /** An unknown name is not granted. */
  isGranted(name: N): boolean
  /**
   * A `Set-Cookie` value that sets the choice again, unchanged and with the end it has had from the
   * beginning: `cookie.days` after the decision, never later. `undefined` when there is no choice, or
   * none that has not ended. Safari keeps cookies that scripts have written for seven days at most
   * (https://webkit.org/tracking-prevention/), a server's longer.
   *
   * Send it with documents, never with a response that a shared cache keeps.
   */
  readonly renewal: string | undefined
}

/** What a request says beside its cookies. */
export interface RequestSignals<N extends string = string> {
  /** Value of the header `Sec-GPC` (https://www.w3.org/TR/gpc/); only `1` and `true` count. @default none */
  readonly gpc?: string | boolean | null | undefined
  /** The names that the signal refuses, as in `gpc({ denies })`. @default ['marketing'] */
  readonly denies?: readonly N[] | undefined
  /** Region of the visitor, over `options.region`. */
  readonly region?: string | null | undefined
  /**
   * Readers of the choice that another consent system has stored, as in `importChoices({ from })`. They count
   * until there is a record. What a system keeps in local storage no server sees.
   * @default none
   */
  readonly importers?: readonly Importer[] | undefined
}

/**
 * Reads the visitor's choice from a request. Needs no document and keeps nothing: Node, workers and
 * edge runtimes. Never throws on a cookie, whatever is in it.
 *
 * Do not write what it answers into a page that a shared cache keeps.
 * @param cookieHeader value of the request's `Cookie` header
 * @param options the ones `createConsent` is given. Here `cookie.secure` is `true` unless it is set, and the
 * cookie has its prefix: behind a proxy a server cannot see whether the page is https. A site on plain http
 * says `cookie: { secure: false }`.
 * @param signals what the request says beside its cookies
 * @throws Error `[askfirst] …` for options that `createConsent` would not take either
 * @example
 * const { isGranted, renewal } = readConsent(request.headers.cookie, options)
 * if (renewal) response.appendHeader('Set-Cookie', renewal)
 * if (isGranted('statistics')) countVisit(request)
 */
/* @__NO_SIDE_EFFECTS__ */
export function readConsent<const C extends Categories = DefaultCategories>(
  cookieHeader: CookieHeader,
  options: CommonOptions<C> & { readonly view?: unknown; readonly plugins?: unknown } = {},
  {
    gpc,
    denies = ['marketing'] as never,
    region,
    importers = [],
  }: RequestSignals<NamesIn<NoInfer<C>>['name']> = {},
): ServerConsent<NamesIn<C>['name']> {
  const given = options as CommonOptions<Categories>
  const settings = resolveSettings({ ...given, region: region ?? given.region })
  const { name, path, days, domain, sameSite, secure, partitioned } = settings.cookie
  // Cookies of several domains and paths may share the name.
  const values = `${cookieHeader}`
    .split('; ')
    .flatMap((pair) => (pair.startsWith(`${name}=`) ? pair.slice(name.length + 1) : []))
  const value = newestOf(values, days)
  const record = decodeRecord(value)
  const { categories } = settings
  // What the page makes a record of when it runs.
  const imported = record ? undefined : readImported(cookieHeader, importers, { categories, days })
  const choices = record?.choices ?? imported?.choices ?? {}
  const answered = record ?? (imported && { policy: settings.policy.version, choices })
  const isSignalled = gpc === true || gpc === '1'
  const presumed = isSignalled ? Object.fromEntries(denies.map((denied) => [denied, false])) : {}
  const isGranted = (wanted: string) => !!answerFor(settings, { choices, presumed }, wanted)
  const granted = namesOf(settings).filter(isGranted) as NamesIn<C>['name'][]
  return {
    status: isAnswered(settings, answered) ? 'decided' : 'undecided',
    record,
    granted,
    presumed: granted.filter((one) => isPresumed(settings, choices, one)),
    isGranted,
    renewal:
      record &&
      `${name}=${value};path=${path};expires=${expiryOf(record, days).toUTCString()};samesite=${sameSite}${
        domain ? `;domain=${domain}` : ''
      }${secure ? ';secure' : ''}${partitioned ? ';partitioned' : ''}`,
  }
}
