import type { PluginContext } from '../../api/plugin.js'
import type { Patches } from '../../browser/patches.js'
import type { DeferredQueue } from './deferred-queue.js'
import type { Evaluate } from './evaluate.js'
import type { HoldUnder } from './hold-under.js'
import type { Tagging } from './tagging.js'

/** What every part of the guard works with. */
export interface Guard {
  readonly queue: DeferredQueue
  readonly patches: Patches
  readonly tagging: Tagging
  readonly evaluate: Evaluate
  /** The category that a request has to wait for now, or `undefined`: it may go. */
  readonly heldFor: (address: unknown) => string | undefined
  readonly holdUnder: HoldUnder
  readonly context: () => PluginContext | undefined
}
