import type { Plugin, PluginContext } from '../core/plugins.js'
import { definePlugin } from '../core/plugins.js'
import { guardConnections } from './auto-block/connections.js'
import { guardElements } from './auto-block/elements.js'
import { createLine } from './auto-block/line.js'
import { createPatches } from './auto-block/patches.js'
import { guardRequests } from './auto-block/requests.js'
import { compileRules, type Rule } from './auto-block/rules.js'
import { guardStorage, type Stored } from './auto-block/storage.js'

export type { Match, Rule } from './auto-block/rules.js'
export type { Stored } from './auto-block/storage.js'

export interface AutoBlockOptions {
  /** The first rule that matches an address decides. */
  readonly rules: readonly Rule[]
  /**
   * Storage to hold before the consent object is there. What the categories declare under `cookies`
   * is added when it is.
   * @default []
   */
  readonly cookies?: readonly Stored[] | undefined
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
export function autoBlock({ rules, cookies = [] }: AutoBlockOptions): Plugin {
  for (const rule of rules) {
    if (!rule.match || !rule.category) {
      throw new Error(
        `[askfirst] autoBlock rules: ${JSON.stringify(rule)} cannot work. Give it a match and a category.`,
      )
    }
  }
  let context: PluginContext | undefined
  const stored = [...cookies]
  const report = (message: string, cause: unknown) => context?.report(message, cause)
  const line = createLine(report)
  const patches = createPatches()

  const match = compileRules(rules, report)
  const heldFor = (address: unknown) => {
    const category = match(address)
    return category !== undefined && line.isHeld(category) ? category : undefined
  }
  let open: (() => void) | undefined

  function close(): void {
    if (typeof document === 'undefined' || open) return
    const guard = { line, patches, heldFor }
    line.close(true)
    guardRequests(guard)
    guardConnections(guard)
    guardStorage(guard, () => stored)
    const look = guardElements(guard)
    open = () => {
      look()
      line.close(false)
      patches.undo()
      open = undefined
    }
  }

  close()
  return definePlugin({
    name: 'auto-block',
    setup(given) {
      context = given as unknown as PluginContext
      close()
      const { consent, options } = context
      for (const { category } of rules) {
        if (!options.categories[category.split('.')[0] as string]) {
          report(
            `auto-block: "${category}" is not in the categories option: what it names stays held`,
            undefined,
          )
        }
      }
      for (const [key, { cookies, services }] of Object.entries(options.categories)) {
        const items = [key, cookies] as const
        const others = Object.entries(services).map(
          ([service, { cookies = [] }]) => [`${key}.${service}`, cookies] as const,
        )
        for (const [category, declared] of [items, ...others]) {
          for (const { name, kind } of declared) {
            if (name !== options.cookie.name) stored.push({ name, kind, category })
          }
        }
      }
      const disconnect = line.connect(consent)
      return () => {
        disconnect()
        open?.()
      }
    },
  })
}
