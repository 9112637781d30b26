import type { Localised } from '../model/categories.js'
import type { LocaleLoaders, Settings } from '../model/settings.js'
import type { Consent } from './consent.js'
import type { Surface } from './surface.js'

/** What a plugin has to say on the surfaces. Text, never HTML. */
export interface Notice {
  /** Shown in the banner. */
  readonly text: Localised
  /** Shown at these categories in the preferences. */
  readonly categories: { readonly [category: string]: Localised }
}

/** A loader of `locales` that has been called, and its promise. */
export interface EarlyLanguage {
  readonly load: LocaleLoaders[string]
  readonly file: ReturnType<LocaleLoaders[string]>
}

/** What a view is given when it is first needed. */
export interface ViewContext {
  readonly consent: Consent
  readonly options: Settings
  /** The language to speak now; changes with `setLocale`. */
  readonly locale: () => string
  /** The language file that was asked for beside the view, so that it need not wait for the view. */
  readonly early?: EarlyLanguage | undefined
  /** What plugins have to say now. */
  readonly notices?: (() => readonly Notice[]) | undefined
  /** The visitor dismissed a surface without deciding (Escape, a close button). */
  readonly dismiss: (surface: Surface) => void
  /** Lets one held element load on this page, without storing anything: "show this once". */
  readonly release: (element: HTMLElement) => void
  /**
   * Reloads the page, where code of withdrawn names has run and the visitor has entries on the page that the
   * reload would empty; else `undefined`. The surface `reload` offers it.
   */
  readonly pendingReload?: (() => (() => void) | undefined) | undefined
  /** Reports what went wrong without throwing into the page. */
  readonly report: (message: string, cause?: unknown) => void
}

/** A view in use on one page. */
export interface MountedView {
  /** Shows a surface; done when it is visible. Called again for an open one, it brings it forward. */
  open(surface: Surface): void | Promise<void>
  /** Takes a surface away and gives focus back. */
  close(surface: Surface): void | Promise<void>
  /**
   * Puts something in the place of a held frame or player (`data-category` and
   * `data-service` say what it waits for). Left out: it stays blank.
   * @returns takes it away, because the element was released or left the page
   */
  hold?(element: HTMLElement): () => void
  /** The record or the language changed while the view is mounted. */
  update(): void | Promise<void>
  /**
   * Shadow roots or elements whose buttons may accept and save. Read at each click, so a getter may answer later.
   * Left out: they can open, refuse and withdraw, and accept where option `actions` names their container.
   * @default []
   */
  readonly roots?: readonly Node[] | undefined
  /** BCP 47 tag of the language shown. @default the language asked for */
  language?(): string
  /** Leaves nothing behind in the document. */
  destroy(): void
}

/**
 * Whatever renders surfaces. The built-in one is `askfirst/view`; any object of
 * this shape takes its place.
 *
 * Buttons need no wiring: the core acts on clicks on `[data-consent-action]`,
 * through open shadow roots too. `accept-all` and `save` count in `MountedView.roots`
 * alone, on a button that the visitor can see. A `save` reads every
 * `<input type="checkbox" data-category [data-service]>` of the nearest
 * `form`, `dialog` or root around the button.
 *
 * A surface with the attribute `data-guard` accepts no press: set it until the surface
 * has been there for a moment, so that a click that was meant for something else is no consent.
 */
export interface View {
  mount(context: ViewContext): MountedView | Promise<MountedView>
}

/** Loads a view when it is first needed: `() => import('askfirst/view')`. */
export type ViewLoader = () => Promise<View | { readonly default: View }>
