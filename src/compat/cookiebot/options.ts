/** How the drop-in works; the loader's attributes say the same for script tags. */
export interface CookiebotOptions {
  /** The vendor's domain group. It means nothing here; pages read it as `Cookiebot.serial`. */
  readonly cbid?: string | undefined
  /** `id` of the loader tag: `window[scriptId]` is the object too. @default 'Cookiebot' */
  readonly scriptId?: string | undefined
  /** Address of the loader, for `Cookiebot.host` and `getURLParam`. */
  readonly src?: string | undefined
  /** BCP 47 tag. @default the language of the page */
  readonly culture?: string | undefined
  /** Country or region of the visitor as the host knows it, for `Cookiebot.userCountry`. */
  readonly userCountry?: string | undefined
  /** Name of the queue that category events go to. @default Google Tag Manager's, else 'dataLayer' */
  readonly dataLayer?: string | undefined
  /** Sends the events `cookie_consent_<category>`. Leave out `categoryEvent` of consent mode then. @default true */
  readonly categoryEvents?: boolean | undefined
  /**
   * Keeps a cookie `CookieConsent` in the vendor's format beside ours, for tag managers and servers that read
   * it. Declare it: `mirrorCookie`. @default false
   */
  readonly mirror?: boolean | undefined
  /** Shows our placeholder in held frames instead of hiding them as the vendor does. @default false */
  readonly placeholders?: boolean | undefined
  /** Nonce of the tags that `getScript` makes. */
  readonly nonce?: string | undefined
  /** Puts a declaration into an element that stands where a `CookieDeclaration` script was. */
  readonly declare?: ((place: HTMLElement) => void) | undefined
}
