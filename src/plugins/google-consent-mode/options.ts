/** The consent types of Google's tags (https://developers.google.com/tag-platform/security/guides/consent). */
export type ConsentType =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'

/** What holds in a region before an answer; Google's tags find out where the visitor is. */
export interface RegionDefault {
  /** ISO 3166-2 codes. The more specific one wins: `'US-CA'` over `'US'`. */
  readonly region: readonly string[]
  /** The types that are granted there until the visitor refuses. All others are denied. */
  readonly granted: readonly ConsentType[]
}

export interface GoogleConsentModeOptions {
  /** Which category (or `category.service`) each type follows. @default by the four usual categories */
  readonly types?: { readonly [type in ConsentType]?: string } | undefined
  /**
   * Milliseconds that tags wait for an update after a default that is no visitor's answer.
   * @default 500
   */
  readonly waitForUpdate?: number | undefined
  /** Defaults of regions, sent beside the general one. A stored answer holds everywhere. @default none */
  readonly regions?: readonly RegionDefault[] | undefined
  /**
   * `ads_data_redaction`: ad requests carry no click identifiers and go to a domain without cookies while
   * `ad_storage` is denied. `'dynamic'` says `true` while it is denied, `false` while it is granted.
   * @default not sent
   */
  readonly adsDataRedaction?: boolean | 'dynamic' | undefined
  /** `url_passthrough`: links of the site carry click identifiers while storage is denied. @default not sent */
  readonly urlPassthrough?: boolean | undefined
  /** Name of the global queue, where it was renamed. @default 'dataLayer' */
  readonly dataLayer?: string | undefined
  /** Name of the event after every answer. @default 'cookie_consent_update' */
  readonly updateEvent?: string | undefined
  /**
   * Name of the event of each category that is granted, with the category in the place of `*`: once per page load,
   * and again when it is granted again after a withdrawal. An empty name sends none.
   * @default 'cookie_consent_*'
   */
  readonly categoryEvent?: string | undefined
}
