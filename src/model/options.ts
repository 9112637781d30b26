import type { Plugin } from '../api/plugin.js'
import type { View, ViewLoader } from '../api/view.js'

/** One text for every language, or one per BCP 47 tag (`{ en: 'Maps', fr: 'Cartes' }`). */
export type Localised = string | { readonly [tag: string]: string }

/** Where a declared item is kept. */
export type CookieKind = 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'cache' | 'pixel'

/**
 * One declared item of storage. Declared once: the preferences dialog, the
 * declaration, erasing and the audit all read it.
 */
export interface CookieItem {
  /** Exact name, a string with `*` for any run of characters, or a RegExp. */
  readonly name: string | RegExp
  /** A name in words beside the technical one, as a policy may call it. */
  readonly label?: Localised | undefined
  /** What it is for, in words a visitor understands. */
  readonly purpose?: Localised | undefined
  /** `'session'`, or an ISO 8601 period such as `'P13M'`. */
  readonly duration?: string | undefined
  /** Who sets it. @default 'first' */
  readonly party?: 'first' | 'third' | undefined
  /** The company that sets it. @default the service's provider */
  readonly provider?: string | undefined
  /** @default 'cookie' */
  readonly kind?: CookieKind | undefined
  /** Domain it is set on, when that is not the page's host or one of its parents. */
  readonly domain?: string | undefined
  /** Path it is set on, when that is not part of the page's own path. */
  readonly path?: string | undefined
  /** The setting company's own policy. */
  readonly policyUrl?: string | undefined
}

/** One vendor or tool inside a category. */
export interface ServiceOptions {
  /** Name shown to visitors. @default the service's key */
  readonly label?: Localised | undefined
  readonly description?: Localised | undefined
  /** The company behind it. */
  readonly provider?: string | undefined
  readonly policyUrl?: string | undefined
  readonly cookies?: readonly CookieItem[] | undefined
  /** Offer the visitor a switch of its own. @default false */
  readonly switch?: boolean | undefined
}

/** A purpose the visitor decides on. */
export interface CategoryOptions {
  /** Works without asking and cannot be refused. @default false */
  readonly required?: boolean | undefined
  /** @default the built-in texts for the four usual names, else the category's key */
  readonly label?: Localised | undefined
  readonly description?: Localised | undefined
  /**
   * Whether what is stored can identify the visitor, or the answer in words. Shown in the declaration.
   * @default none: the declaration does not ask the question
   */
  readonly identifies?: boolean | Localised | undefined
  /**
   * On what ground it is stored (GDPR Article 6, ePrivacy Article 5(3)). Shown in the declaration.
   * @default the visitor's consent; for a required category, that it is strictly necessary
   */
  readonly legalBasis?: Localised | undefined
  readonly services?: { readonly [service: string]: ServiceOptions } | undefined
  /** Storage that belongs to the category but to no service. */
  readonly cookies?: readonly CookieItem[] | undefined
}

export interface Categories {
  readonly [category: string]: CategoryOptions
}

/** The categories of a site that names none. */
export type DefaultCategories = {
  readonly necessary: { readonly required: true }
  readonly preferences: CategoryOptions
  readonly statistics: CategoryOptions
  readonly marketing: CategoryOptions
}

/** Every name `isGranted` and friends accept: `category` and `category.service`. */
export type NameOf<C extends Categories> = {
  [K in keyof C & string]:
    | K
    | (C[K] extends { readonly services: infer S } ? `${K}.${keyof S & string}` : never)
}[keyof C & string]

/** What `reload` is told when it is a function. */
export interface Withdrawal {
  /** Names that were granted until now. */
  readonly removed: readonly string[]
  /** Whether a script that needed one of them has run on this page. */
  readonly ran: boolean
}

export type ReloadPolicy =
  | 'auto'
  | 'always'
  | 'never'
  | ((withdrawal: Withdrawal) => boolean | Promise<boolean>)

/** The first-party cookie that keeps the record. */
export interface CookieOptions {
  /** @default 'askfirst' */
  readonly name?: string | undefined
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
}

/** A button that every banner has. */
export type Choice = 'accept-all' | 'reject-all' | 'preferences'

/** A picture at the head of the banner. Its size keeps the banner from moving when it arrives. */
export interface Logo {
  readonly src: string
  /** CSS pixels. */
  readonly width: number
  /** CSS pixels. */
  readonly height: number
  /** @default '': decoration */
  readonly alt?: string | undefined
}

/**
 * A link, or a button of the site's own, below the choices. A click on a button is the page's to
 * hear: `event.composedPath()` leads to the element with this `data-consent-action`.
 */
export interface ExtraButton {
  readonly label: Localised
  readonly href?: string | undefined
  /** Any word but `'accept-all'`, which a banner has once, as often as `'reject-all'`. */
  readonly action?: string | undefined
}

/** The small round button that opens the preferences again, on every page. */
export interface SettingsButtonOptions {
  /** @default 'bottom-start' */
  readonly position?: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end' | undefined
  /** One of the view's own, or the address of a picture. @default 'cookie' */
  readonly icon?: 'cookie' | 'shield' | 'sliders' | { readonly src: string } | undefined
}

/** How the view looks. All of it can be written as JSON. */
export interface BannerOptions {
  /** @default 'bar' */
  readonly layout?: 'bar' | 'box' | 'dialog' | undefined
  /**
   * `bar`: top or bottom. `box`: any. `dialog` is always in the centre.
   * @default 'bottom'; 'bottom-start' for a box
   */
  readonly position?:
    | 'top'
    | 'bottom'
    | 'center'
    | 'top-start'
    | 'top-end'
    | 'bottom-start'
    | 'bottom-end'
    | undefined
  /** Narrower or wider than usual; a wide bar goes from edge to edge. @default none */
  readonly width?: 'compact' | 'wide' | undefined
  /** @default 'auto': follows the visitor's system */
  readonly theme?: 'auto' | 'light' | 'dark' | undefined
  /** Turns the choices round; one that is left out comes last. @default accept, reject, preferences */
  readonly order?: readonly Choice[] | undefined
  /** Address of the imprint, linked beside the policy. */
  readonly imprintUrl?: string | undefined
  readonly logo?: Logo | undefined
  readonly buttons?: readonly ExtraButton[] | undefined
  /** A floating button that opens the preferences. @default false */
  readonly settingsButton?: boolean | SettingsButtonOptions | undefined
}

/** Loaders of language files by BCP 47 tag: `{ fr: () => import('askfirst/locales/fr') }`. */
export interface LocaleLoaders {
  readonly [tag: string]: () => Promise<{ readonly default: object }>
}

/** The part of a Trusted Types policy that is used (https://www.w3.org/TR/trusted-types/). */
export interface TrustedPolicy {
  readonly createHTML?: ((html: string) => unknown) | undefined
  readonly createScript?: ((text: string) => unknown) | undefined
  readonly createScriptURL?: ((url: string) => unknown) | undefined
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

/** Everything `createConsent` takes. All of it can be written as JSON, except functions. */
export interface Options<C extends Categories = DefaultCategories> {
  /** @default necessary (required), preferences, statistics, marketing */
  readonly categories?: C | undefined
  /** The site's cookie policy. */
  readonly policy?: PolicyOptions | undefined
  readonly cookie?: CookieOptions | undefined
  /** What renders banner and preferences, or a function that loads it. @default none (headless) */
  readonly view?: View | ViewLoader | undefined
  /** BCP 47 tag of the texts. @default the page's `<html lang>` */
  readonly locale?: string | undefined
  /** @default none: English */
  readonly locales?: LocaleLoaders | undefined
  /** The site's own words over the built-in ones, by key. Text, never HTML. */
  readonly texts?: { readonly [key: string]: Localised } | undefined
  readonly banner?: BannerOptions | undefined
  /** Falsy entries are skipped; of two with one name the last wins. */
  readonly plugins?: readonly (Plugin<NameOf<NoInfer<C>>> | false | null | undefined)[] | undefined
  /** Whether the page reloads after a withdrawal. @default 'auto': when code of it has run */
  readonly reload?: ReloadPolicy | undefined
  /** Milliseconds an external script may keep the queue waiting. @default 10_000 */
  readonly scriptTimeout?: number | undefined
  /**
   * For pages that enforce Trusted Types: `trustedTypes.createPolicy('askfirst', …)`. Tags in the
   * page's own markup need none; tags with `data-src`, tags that came through `innerHTML` and
   * `document.write` do.
   * @default none: those stay held where Trusted Types are enforced
   */
  readonly trustedTypesPolicy?: TrustedPolicy | undefined
}

/** A category with its defaults filled in. */
export interface Category extends CategoryOptions {
  readonly required: boolean
  readonly services: { readonly [service: string]: ServiceOptions }
  readonly cookies: readonly CookieItem[]
}

/** The options with their defaults filled in: what plugins and views read. */
export interface ResolvedOptions
  extends Omit<Options<Categories>, 'categories' | 'policy' | 'cookie' | 'banner' | 'plugins'> {
  readonly categories: { readonly [category: string]: Category }
  readonly policy: PolicyOptions & { readonly version: string }
  readonly cookie: CookieOptions & { readonly name: string; readonly path: string; readonly days: number }
  readonly banner: BannerOptions
  readonly reload: ReloadPolicy
  readonly scriptTimeout: number
  readonly plugins: readonly Plugin[]
}
