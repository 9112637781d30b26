import type { PluginContext } from '../../api/plugin.js'
import type { Patches } from '../../browser/patches.js'
import type { Line } from './deferred-queue.js'
import type { Tagging } from './tagging.js'

/** What the rules say about an address now. */
export interface Verdict {
  /** The category of the first rule that matches, or `undefined`. */
  readonly category: string | undefined
  /** Whether it has to wait. */
  readonly isHeld: boolean
}

/** What every part of the guard works with. */
export interface Guard {
  readonly line: Line
  readonly patches: Patches
  readonly tagging: Tagging
  readonly judge: (address: unknown) => Verdict
  /** The category that a request has to wait for now, or `undefined`: it may go. */
  readonly heldFor: (address: unknown) => string | undefined
  readonly context: () => PluginContext | undefined
}
