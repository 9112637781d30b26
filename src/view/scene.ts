import type { ViewContext } from '../core/view.js'
import type { Host } from './host.js'
import type { Strings } from './strings.js'

/** What every surface works with. */
export interface Scene {
  readonly host: Host
  readonly strings: Strings
  readonly context: ViewContext
}

/** One surface of the built-in view. */
export interface SurfaceView {
  /** Draws it, or brings what is drawn up to date. */
  readonly render: () => void
  /** Makes what is drawn visible and brings it forward; also when the host came back. */
  readonly show: () => void
  readonly close: () => void
}
