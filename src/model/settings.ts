import type { BannerOptions } from './banner.js'
import type { Categories, Category, DefaultCategories, Localised } from './categories.js'

/** The first-party cookie that keeps the record. */
export interface CookieOptions {
  /** @default 'askfirst' */
  readonly name?: string | undefined
  /**
   * Puts `__Host-` before the name on https, where the path is `/` and no domain is set: no other host can set
   * such a cookie (RFC 6265bis section 4.1.3.2).
   * @default true
   */
  readonly prefix?: boolean | undefined
  /** Share the choice with subdomains, for example `'example.com'`. @default none: this host only */
  readonly domain?: string | undefined
  /** @default '/' */
  readonly path?: string | undefined
  /**
   * Days a choice is kept, counted from the decision and not renewed by visits.
   * Six months is what the CNIL recommends for acceptance and refusal alike
   * (délibération 2020-092).
   * @default 182
   */
  readonly days?: number | undefined
  /** @default 'Lax' */
  readonly sameSite?: 'Lax' | 'Strict' | 'None' | undefined
  /** @default true on https, false on http */
  readonly secure?: boolean | undefined
  /**
   * Keeps one record for each site that embeds this page (CHIPS). Needs https.
   * @default false
   */
  readonly partitioned?: boolean | undefined
}

/** The site's cookie policy: what the visitor is asked under. */
export interface PolicyOptions {
  /**
   * A date or number. A new one asks again, with the old answers set and in force until then.
   * @default none
   */
  readonly version?: string | number | undefined
  readonly url?: string | undefined
  /** What this version changed, in a sentence: shown to visitors who answered under another one. @default none */
  readonly changes?: Localised | undefined
}

/** What `reload` is told when it is a function. */
export interface Withdrawal {
  /** Names that were granted until now. */
  readonly removed: readonly string[]
  /** Those of `removed` whose code has run on this page: only a reload stops it. */
  readonly ran: readonly string[]
  /** Whether the visitor has changed a form field on this page, which a reload would empty. */
  readonly isDirty: boolean
}

export type ReloadPolicy =
  | 'auto'
  | 'always'
  | 'never'
  | ((withdrawal: Withdrawal) => boolean | Promise<boolean>)

/** The part of a Trusted Types policy that is used (https://www.w3.org/TR/trusted-types/). */
export interface TrustedPolicy {
  readonly createHTML?: ((html: string) => unknown) | undefined
  readonly createScript?: ((text: string) => unknown) | undefined
  readonly createScriptURL?: ((url: string) => unknown) | undefined
}

/** Loaders of language files by BCP 47 tag: `{ fr: () => import('askfirst/locales/fr') }`. */
export interface LocaleLoaders {
  readonly [tag: string]: () => Promise<{ readonly default: object }>
}

/** A place of the site's own for the record, such as the host app of a WebView. Both are synchronous. */
export interface StorageOptions {
  /** The encoded record, `undefined` or an empty string for none. */
  read(): string | undefined
  /** @returns whether the value was kept */
  write(value: string, expires: Date): boolean
}

/** Changes of options for one region. */
export interface RegionOptions {
  readonly categories?: { readonly [category: string]: { readonly model?: Model | undefined } } | undefined
  readonly banner?: BannerOptions | undefined
  readonly texts?: Texts | undefined
}

/** How a category is decided; see `CategoryOptions.model`. */
export type Model = NonNullable<Categories[string]['model']>

/** A site's own words, by key. Text, never HTML. */
type Texts = { readonly [key: string]: Localised }

/** All options but the view and the plugins. Everything can be written as JSON, except functions. */
export interface CommonOptions<C extends Categories = DefaultCategories> {
  /** @default necessary (required), preferences, statistics, marketing */
  readonly categories?: C | undefined
  /** The site's cookie policy. */
  readonly policy?: PolicyOptions | undefined
  /** The cookie that keeps the record. */
  readonly cookie?: CookieOptions | undefined
  /**
   * Keeps the record in a place of the site's own instead of the cookie.
   * @default the cookie
   */
  readonly storage?: StorageOptions | undefined
  /** BCP 47 tag of the texts. @default the page's `<html lang>` */
  readonly locale?: string | undefined
  /** Loaders of language files. @default none: English */
  readonly locales?: LocaleLoaders | undefined
  /** The site's own words over the built-in ones, by key. Text, never HTML. */
  readonly texts?: Texts | undefined
  /** How the view looks. */
  readonly banner?: BannerOptions | undefined
  /** Whether the page reloads after a withdrawal. @default 'auto': when code of the withdrawn names has run */
  readonly reload?: ReloadPolicy | undefined
  /** Milliseconds an external script may keep the queue waiting. @default 10_000 */
  readonly scriptTimeout?: number | undefined
  /**
   * Selector of containers whose own buttons may accept and save. Elsewhere in the page
   * `[data-consent-action]` can open, refuse and withdraw.
   * @default none
   */
  readonly actions?: string | undefined
  /**
   * Elements that may be released, for sites that show content of others: a selector of containers, or a function.
   * @default every tagged element
   */
  readonly trusted?: string | ((element: Element) => boolean) | undefined
  /**
   * Releases only scripts whose `nonce` property is this one. `true`: the nonce of the tag that loaded askfirst.
   * @default true where that tag has a nonce
   */
  readonly nonce?: boolean | string | undefined
  /** Lets `data-srcdoc` become `srcdoc`: markup that runs with the rights of the page. @default false */
  readonly srcdoc?: boolean | undefined
  /**
   * How far erasing reaches: cookies of this host alone, or of its parent domains too.
   * @default 'domain'
   */
  readonly erase?: 'domain' | 'host' | undefined
  /** ISO 3166-2 code of the region the visitor is in, as the host knows it: `'US-CA'`. @default the strictest */
  readonly region?: string | undefined
  /** Changes of options by region code. @default none */
  readonly regions?: { readonly [code: string]: RegionOptions } | undefined
  /**
   * For pages that enforce Trusted Types: `trustedTypes.createPolicy('askfirst', …)`. Tags in the
   * page's own markup need none; tags with `data-src`, tags that came through `innerHTML` and
   * `document.write` do.
   * @default none: those stay held where Trusted Types are enforced
   */
  readonly trustedTypesPolicy?: TrustedPolicy | undefined
}

/** The options with their defaults filled in: what plugins and views read. */
export interface Settings
  extends Omit<CommonOptions<Categories>, 'categories' | 'policy' | 'cookie' | 'banner'> {
  readonly categories: { readonly [category: string]: Category }
  readonly policy: PolicyOptions & { readonly version: string }
  /** `name` is the effective name, with its prefix. */
  readonly cookie: CookieOptions & { readonly name: string; readonly path: string; readonly days: number }
  readonly banner: BannerOptions
  readonly reload: ReloadPolicy
  readonly scriptTimeout: number
}
