import type { Localised } from './categories.js'

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
  /**
   * After a choice on one of the surfaces, a message in the place of the banner says what was chosen and how to
   * change it, until the visitor closes it.
   * @default false
   */
  readonly confirmation?: boolean | undefined
  /** A floating button that opens the preferences. @default false */
  readonly settingsButton?: boolean | SettingsButtonOptions | undefined
}
