import type { Categories, DefaultCategories, NameOf } from '../model/categories.js'
import { answerFor, defaultCategories, isAnswered, type Status } from '../model/decision.js'
import { namesOf } from '../model/names.js'
import { type ConsentRecord, cookieDefaults, decodeRecord, expiryOf, newestOf } from '../model/record.js'
import type { CommonOptions, CookieOptions } from '../model/settings.js'

/** The value of a `Cookie` header, as Node (`string | undefined`) and `Headers.get` (`string | null`) give it. */
export type CookieHeader = string | null | undefined

/** What a request's cookies say: the decision that the browser comes to by itself. */
export interface ServerConsent<N extends string = string> {
  /** `'undecided'` until there is an answer for this policy version and every category. */
  readonly status: Status
  readonly record: ConsentRecord | undefined
  readonly granted: readonly N[]
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

/**
 * Reads the visitor's choice from a request. Needs no document and keeps nothing: Node, workers and
 * edge runtimes. Never throws on a cookie, whatever is in it.
 *
 * Do not write what it answers into a page that a shared cache keeps.
 * @param cookieHeader value of the request's `Cookie` header
 * @param options the ones `createConsent` is given; `categories`, `policy` and `cookie` are read. Here
 * `cookie.secure` is `true` unless it is set: behind a proxy a server cannot see whether the page is https.
 * @example
 * const { isGranted, renewal } = readConsent(request.headers.cookie, options)
 * if (renewal) response.appendHeader('Set-Cookie', renewal)
 * if (isGranted('statistics')) countVisit(request)
 */
/* @__NO_SIDE_EFFECTS__ */
export function readConsent<const C extends Categories = DefaultCategories>(
  cookieHeader: CookieHeader,
  options: CommonOptions<C> & { readonly view?: unknown; readonly plugins?: unknown } = {},
): ServerConsent<NameOf<C>> {
  const cookie: CookieOptions = options.cookie ?? {}
  const {
    name = cookieDefaults.name,
    path = cookieDefaults.path,
    days = cookieDefaults.days,
    domain,
    sameSite = 'Lax',
    secure = true,
  } = cookie
  const decided = {
    policy: { version: `${options.policy?.version ?? ''}` },
    categories: options.categories ?? (defaultCategories as Categories),
  }
  // Cookies of several domains and paths may share the name.
  const values = `${cookieHeader}`
    .split('; ')
    .flatMap((pair) => (pair.startsWith(`${name}=`) ? pair.slice(name.length + 1) : []))
  const value = newestOf(values, days)
  const record = decodeRecord(value)
  const isGranted = (name: string) => !!answerFor(decided, { choices: record?.choices ?? {} }, name)
  return {
    status: isAnswered(decided, record) ? 'decided' : 'undecided',
    record,
    granted: namesOf(decided).filter(isGranted) as NameOf<C>[],
    isGranted,
    renewal:
      record &&
      `${name}=${value};path=${path};expires=${expiryOf(record, days).toUTCString()};samesite=${sameSite}${
        domain ? `;domain=${domain}` : ''
      }${secure ? ';secure' : ''}`,
  }
}
