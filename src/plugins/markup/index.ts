import { definePlugin, type Plugin, type PluginContext } from '../../api/plugin.js'
import type { NameMap } from '../../model/importer.js'
import { isMarkupSystem, type MarkupSystem, systems } from './systems.js'

export type { MarkupSystem } from './systems.js'

export interface MarkupOptions {
  readonly aliases: readonly MarkupSystem[]
  /**
   * Names of this site by the system's own: `{ analytics: 'statistics', ga: 'statistics.ga' }`. `false` leaves
   * elements of that name alone.
   * @default the site's own names, then the words that consent systems use
   */
  readonly map?: NameMap | undefined
}

/**
 * Reads the tags of other consent systems as ours: held, released in one document order, blocked again on
 * withdrawal. Pages stay as they are; see docs/moving.
 *
 * @throws Error for a system that is not among them
 * @example createConsent({ plugins: [markup({ aliases: ['klaro'], map: { matomo: 'statistics' } })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function markup({ aliases, map = {} }: MarkupOptions): Plugin {
  for (const name of aliases) {
    if (!isMarkupSystem(name)) {
      throw new Error(
        `[askfirst] markup aliases: there is no "${name}". Use some of ${Object.keys(systems).join(', ')}.`,
      )
    }
  }
  return definePlugin({
    name: 'markup',
    setup(context) {
      const { alias, options } = context as unknown as PluginContext
      // An element belongs to one system: two that rewrite each other's tags would never come to an end.
      const owners = new WeakMap<Element, MarkupSystem>()
      // The one whose tags look like ours comes last.
      const isLast = (name: MarkupSystem) => Number(name === 'vanilla-cookieconsent')
      for (const name of [...aliases].sort((a, b) => isLast(a) - isLast(b))) {
        const system = systems[name](options, map)
        alias({
          ...system,
          translate(element) {
            if ((owners.get(element) ?? name) !== name) return
            system.translate(element)
            if (element.dataset.category) owners.set(element, name)
          },
        })
      }
    },
  })
}
