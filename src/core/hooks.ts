import type { Draft, EarlyContext, ElementGate, Plugin, PluginContext, Transition } from '../api/plugin.js'
import type { Choices, ConsentRecord } from '../model/record.js'

/** Calls a function, reports what it throws and names it. */
export type RunSafely = (what: string, action: () => unknown) => void

export type GivenPlugins = readonly (Plugin | false | null | undefined)[]

/** The plugins of a page as one: a hook that throws is reported and stops no other. */
export interface Hooks {
  early(context: EarlyContext): void
  presume(): Choices
  /** Sets up one plugin after the other while `isWanted`. @returns their undos */
  setup(context: PluginContext, isWanted: () => boolean): void
  draft(granted: ReadonlySet<string>, source: string): Draft
  decided(record: ConsentRecord): void
  apply(transition: Transition): void
  revisit(): void
  /** Adds a plugin that came late. */
  add(plugin: Plugin): void
  readonly elements: ElementGate | undefined
  stop(): void
}

/** Of two plugins of one name the last is used, in the place of the first. */
export function createHooks(given: GivenPlugins, runSafely: RunSafely): Hooks {
  const plugins = new Map<string, Plugin>()
  for (const plugin of given) if (plugin) plugins.set(plugin.name, plugin)
  const undo: (() => void)[] = []
  let early: EarlyContext | undefined
  let late: PluginContext | undefined

  const each = (call: (plugin: Plugin) => unknown) => {
    for (const plugin of plugins.values()) runSafely(`plugin "${plugin.name}"`, () => call(plugin))
  }
  const setUp = (plugin: Plugin, context: PluginContext) => {
    const end = plugin.setup?.(context as never)
    if (end) undo.push(end)
  }
  return {
    early(context) {
      early = context
      each((plugin) => plugin.early?.(context as never))
    },
    presume() {
      const presumed: Record<string, boolean> = Object.create(null)
      each((plugin) => plugin.presume && Object.assign(presumed, plugin.presume()))
      return presumed
    },
    setup(context, isWanted) {
      late = context
      each((plugin) => isWanted() && setUp(plugin, context))
    },
    draft(granted, source) {
      const draft = { granted: new Set(granted), source }
      each((plugin) => plugin.draft?.(draft))
      return draft
    },
    decided: (record) => each((plugin) => plugin.decided?.(record)),
    apply: (transition) => each((plugin) => plugin.apply?.(transition as never)),
    revisit: () => each((plugin) => plugin.revisit?.()),
    add(plugin) {
      plugins.set(plugin.name, plugin)
      runSafely(`plugin "${plugin.name}"`, () => {
        if (early) plugin.early?.(early as never)
        if (late) setUp(plugin, late)
      })
    },
    get elements() {
      return [...plugins.values()].find(({ elements }) => elements)?.elements
    },
    stop() {
      late = undefined
      for (const end of undo.splice(0).reverse()) runSafely('destroy', end)
    },
  }
}
