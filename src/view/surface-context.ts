import type { Surface } from '../api/surface.js'
import type { ViewContext } from '../api/view.js'
import type { Node } from '../browser/markup.js'
import type { Strings } from '../text/strings.js'
import type { Host } from './host.js'
import type { createPopover, place } from './parts/popover.js'
import type { Shared } from './shared.js'

/** One surface of the built-in view. */
export interface SurfaceView {
  /** Draws it, or brings what is drawn up to date. */
  readonly render: () => void
  /** Makes what is drawn visible and brings it forward; also when the host came back. */
  readonly show: () => void
  readonly close: () => void
}

/** What stands in the place of held frames and players. */
export interface Placeholders {
  /** Lays a placeholder over a held frame or player. @returns takes it away */
  readonly hold: (element: HTMLElement) => () => void
  /** The language or the answers changed. */
  readonly render: () => void
  /** Takes all of them away. */
  readonly close: () => void
}

/** What a site adds to the banner. */
export interface Extras {
  readonly logo: () => Node | false | undefined
  readonly buttons: () => Node | false | undefined
  readonly close?: undefined
}

/** What the view shows: the surfaces that are opened by name, and the confirmation that follows a choice. */
export type Shown = Surface | 'confirmation'

/** What is loaded so far. */
export type Parts = { [surface in Shown]?: SurfaceView } & {
  placeholder?: Placeholders
  extras?: Extras
}

/** Makes a part. */
interface Factory<T> {
  readonly default: (scene: Scene) => T
}

/** The files that are loaded when they are first needed. A part imports no other: what it shares is handed to it. */
export interface PartFiles {
  readonly preferences: Factory<SurfaceView>
  readonly 'settings-button': Factory<SurfaceView>
  readonly placeholder: Factory<Placeholders>
  readonly confirmation: Factory<SurfaceView>
  readonly extras: Factory<Extras>
  readonly reload: Factory<SurfaceView>
  readonly popover: { readonly createPopover: typeof createPopover; readonly place: typeof place }
}

/** Loads one of them: again after it failed. */
export type LoadPart = <N extends keyof PartFiles>(name: N) => Promise<PartFiles[N]>

/** What every part works with. */
export interface Scene {
  readonly host: Host
  readonly strings: Strings
  readonly context: ViewContext
  readonly parts: Parts
  readonly isOpen: (surface: Shown) => boolean
  /** Closes one of them. */
  readonly leave: (surface: Shown) => unknown
  readonly load: LoadPart
  readonly shared: Shared
}
