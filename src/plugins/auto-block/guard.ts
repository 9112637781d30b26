import type { Line } from './line.js'
import type { Patches } from './patches.js'

/** What every part of the guard works with. */
export interface Guard {
  readonly line: Line
  readonly patches: Patches
  /** The category that a request has to wait for now, or `undefined`: it may go. */
  readonly heldFor: (address: unknown) => string | undefined
}
