import type { Plugin, PluginContext } from '../../api/plugin.js'
import { definePlugin } from '../../api/plugin.js'
import { createInterceptors } from '../../browser/patches.js'
import { declaredIn } from '../../model/declared.js'
import { isDeclared } from '../../model/names.js'
import type { Settings } from '../../model/settings.js'
import { guardAttributes } from './attributes.js'
import { guardConnections } from './connections.js'
import { createDeferredQueue } from './deferred-queue.js'
import { createEvaluate } from './evaluate.js'
import { createExplain } from './explain.js'
import type { Guard } from './guard.js'
import { createHoldUnder } from './hold-under.js'
import { guardInsertion } from './insertion.js'
import { guardMarkup } from './markup.js'
import { guardRequests } from './requests.js'
import { guardResources } from './resources.js'
import { compileRules, isRule, type Rule } from './rules.js'
import { guardStorage, type Stored } from './storage.js'
import { createTagging } from './tagging.js'
import { createTracing } from './tracing.js'
import { watchParser } from './watch.js'

export type { Match, Rule } from './rules.js'
export type { Stored } from './storage.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

/** Stands for our own cookie, which waits for nobody. */
const OWN = ''

export interface AutoBlockOptions {
  /** The first rule that matches an address decides. */
  readonly rules: readonly Rule[]
  /**
   * Storage to hold before the consent object is there. What the categories declare under `cookies`
   * is added when it is.
   * @default []
   */
  readonly cookies?: readonly Stored[] | undefined
  /**
   * Whether requests and connections of scripts are held too (`fetch`, `XMLHttpRequest`, beacons, sockets, workers),
   * not elements alone.
   * @default true
   */
  readonly requests?: boolean | undefined
}

/**
 * Holds what carries no tag: elements, requests, connections and writes to storage
 * that match a rule wait for its category, in order, from the moment this function
 * is called. Call it before any other code; see docs/auto-block.md for what a script
 * cannot hold.
 *
 * @throws Error for a rule that lacks `match` or `category`
 * @example
 * createConsent({
 *   plugins: [autoBlock({ rules: [{ match: 'stats.example', category: 'statistics' }] })],
 * })
 */
export function autoBlock({ rules, cookies = [], requests = true }: AutoBlockOptions): Plugin {
  for (const rule of rules) {
    if (!isRule(rule)) {
      throw new Error(
        `[askfirst] autoBlock rules: ${JSON.stringify(rule)} cannot work. Give it a category, and a match such as "stats.example" or "stats.example/path".`,
      )
    }
  }
  let context: PluginContext | undefined
  let stored: readonly Stored[] = cookies
  const report = (message: string, cause: unknown) => context?.report(message, cause)
  const tracing = __DEV__ ? createTracing() : undefined
  const deferred = createDeferredQueue({ report, markUsed: (name) => context?.markUsed(name) })
  const queue = __DEV__ && tracing ? tracing.traceQueue(deferred) : deferred
  const patches = createInterceptors()
  const tagging = createTagging({ queue, context: () => context })
  const match = compileRules(rules, report)
  const judge = createEvaluate({ match, queue, markUsed: (name) => context?.markUsed(name) })
  const evaluate =
    __DEV__ && tracing ? tracing.traceEvaluate(judge, (it) => queue.isHeld(match(it) ?? '')) : judge
  let uninstall: (() => void) | undefined

  function heldFor(address: unknown): string | undefined {
    const { category, isHeld } = evaluate([address])
    return isHeld ? category : undefined
  }

  function install(): void {
    if (typeof document === 'undefined' || uninstall) return
    const guard: Guard = {
      queue,
      patches,
      tagging,
      evaluate,
      heldFor,
      holdUnder: createHoldUnder({ tagging, evaluate }),
      context: () => context,
    }
    const open = queue.install()
    if (requests) {
      guardRequests(guard)
      guardConnections(guard)
    }
    guardStorage(guard, () => stored)
    guardResources(guard)
    guardMarkup(guard)
    guardAttributes(guard)
    guardInsertion(guard)
    const unwatch = watchParser(guard)
    uninstall = () => {
      unwatch()
      open()
      patches.undo()
      uninstall = undefined
    }
  }

  install()
  const plugin = definePlugin({
    name: 'auto-block',
    setup(given) {
      context = given as unknown as PluginContext
      const { consent, options } = context
      install()
      for (const { category } of rules) {
        if (!isDeclared(options, category)) {
          report(
            `auto-block: "${category}" is not in the categories option: what it names stays held`,
            undefined,
          )
        }
      }
      stored = [...cookies, ...storedBy(options)]
      const disconnect = queue.connect(consent)
      return () => {
        disconnect()
        uninstall?.()
      }
    },
  })
  if (__DEV__) Object.assign(plugin, { explain: createExplain({ rules, queue, context: () => context }) })
  return plugin
}

/** The declared storage, and our own cookie: under a required name, so that no pattern of another holds the record. */
function storedBy(settings: Settings): Stored[] {
  const declared = declaredIn(settings).map(
    ({ name, item }): Stored => ({ name: item.name, kind: item.kind, category: name }),
  )
  return [...declared, { name: settings.cookie.name, category: OWN }]
}
