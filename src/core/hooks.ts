import type { Draft, EarlyContext, ElementGate, Plugin, PluginContext, Transition } from '../api/plugin.js'
import type { Choices, ConsentRecord } from '../model/record.js'

/** Calls a function and reports what it throws. */
export type RunSafely = (what: string, action: () => unknown) => void

export type GivenPlugins = readonly (Plugin | false | null | undefined)[]

/** The hooks that plugins are told of, with what each is given. */
interface Moments {
  early: [context: EarlyContext]
  draft: [draft: Draft]
  decided: [record: ConsentRecord]
  apply: [transition: Transition]
  revisit: []
}

/** The plugins of a page as one: a hook that throws is reported and stops no other. */
export interface Hooks {
  call<M extends keyof Moments>(hook: M, ...given: Moments[M]): void
  presume(): Choices
  /** Sets up one plugin after the other while `isWanted`. */
  setup(context: PluginContext, isWanted: () => boolean): void
  /** Adds a plugin that came late. */
  add(plugin: Plugin): void
  elements(): ElementGate | undefined
  /** Undoes every setup, the last first. */
  stop(): void
  /** Development builds alone: the plugins in their order. */
  all?(): Iterable<Plugin>
}

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

/** Of two plugins of one name the last is used, in the place of the first. */
export function createHooks(given: GivenPlugins, runSafely: RunSafely): Hooks {
  const plugins = new Map<string, Plugin>()
  const undo: (() => void)[] = []
  let early: EarlyContext | undefined
  let late: PluginContext | undefined

  const each = (act: (plugin: Plugin) => unknown, only: Iterable<Plugin> = plugins.values()) => {
    for (const plugin of only) runSafely(`plugin "${plugin.name}"`, () => act(plugin))
  }
  const setUp = (plugin: Plugin) => {
    const end = plugin.setup?.(late as never)
    if (end) undo.push(end)
  }

  for (const plugin of given) if (plugin) plugins.set(plugin.name, plugin)
  const hooks: Hooks = {
    call(hook, ...[given]) {
      if (hook === 'early') early = given as EarlyContext
      each((plugin) => plugin[hook]?.(given as never))
    },
    presume() {
      const presumed: Record<string, boolean> = Object.create(null)
      each((plugin) => Object.assign(presumed, plugin.presume?.()))
      return presumed
    },
    setup(context, isWanted) {
      late = context
      each((plugin) => isWanted() && setUp(plugin))
    },
    add(plugin) {
      plugins.set(plugin.name, plugin)
      each(() => {
        if (early) plugin.early?.(early as never)
        if (late) setUp(plugin)
      }, [plugin])
    },
    elements: () => [...plugins.values()].find(({ elements }) => elements)?.elements,
    stop() {
      late = undefined
      for (const end of undo.splice(0).reverse()) runSafely('destroy', end)
    },
  }
  if (__DEV__) hooks.all = () => plugins.values()
  return hooks
}
