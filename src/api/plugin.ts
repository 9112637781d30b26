import type { ResolvedOptions } from '../model/options.js'
import type { Consent } from './consent.js'

/** What a plugin may look at and use. */
export interface PluginContext<N extends string = string> {
  readonly consent: Consent<N>
  readonly options: ResolvedOptions
  /** Reports what went wrong without throwing into the page. */
  readonly report: (message: string, cause?: unknown) => void
  /** Whether a tagged element may load now, by the decision or "show once"; a script also has to have been released. */
  readonly isReleased: (element: Element) => boolean
  /** Whether no released script waits for its turn. */
  readonly isIdle: () => boolean
}

/** A decision on its way to the record. */
export interface Draft {
  /** Names about to be granted; taking a category out takes what followed it out too. */
  readonly granted: Set<string>
  readonly source: string
}

/**
 * An optional feature. Factories return one; `plugins` takes an array of them.
 *
 * @example
 * const logger = definePlugin({
 *   name: 'logger',
 *   setup: ({ consent }) => consent.on('change', ({ added }) => console.log(added)),
 * })
 */
export interface Plugin<N extends string = never> {
  readonly name: string
  /** Runs at `start`, before `ready` and before the first scan. Returns its undo. */
  readonly setup?: (context: PluginContext<N>) => void | (() => void)
  /** May change a decision before it is stored. */
  readonly draft?: (draft: Draft) => void
}

/** Types a plugin; at run time it returns what it was given. */
/* @__NO_SIDE_EFFECTS__ */
export function definePlugin<N extends string = never>(plugin: Plugin<N>): Plugin<N> {
  return plugin
}
