import type { ComponentChild } from 'preact'
import type { Surface } from '../api/surface.js'
import type { ViewContext } from '../api/view.js'
import type { Strings } from '../text/strings.js'
import type { Host } from './host.js'

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
  readonly logo: () => ComponentChild
  readonly buttons: () => ComponentChild
  readonly close?: undefined
}

/** What is loaded so far. */
export type Parts = { [surface in Surface]?: SurfaceView } & {
  placeholder?: Placeholders
  extras?: Extras
}

/** What every part works with. */
export interface Scene {
  readonly host: Host
  readonly strings: Strings
  readonly context: ViewContext
  readonly parts: Parts
  readonly isOpen: (surface: Surface) => boolean
}
