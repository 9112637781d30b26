import { definePlugin, type Plugin, type PluginContext } from '../../api/plugin.js'
import type { Importer } from '../../model/importer.js'
import { type Imported, readAllImported } from '../../model/read-imported.js'
import { browserStores, ownNames, removePlaces } from './places.js'

export type { ForeignAnswer, ForeignStores, Importer, ImportOptions, NameMap } from '../../model/importer.js'

export interface ImportChoicesOptions {
  /** The first one that has an answer counts. */
  readonly from: readonly (Importer | false | undefined)[]
  /** Removes what the other system stored, once the record of this one is kept. @default false */
  readonly remove?: boolean | undefined
}

/** Names that a map need not have: a site may do without a usual category. */
const usual = /^(necessary|preferences|statistics|marketing)$/

/**
 * Asks nobody twice: makes a record of the answer that a visitor has given under another consent system, with
 * the time it was given. Names the answer leaves out stay unasked. See docs/moving.
 *
 * @example
 * import { klaro } from 'askfirst/import/klaro'
 * createConsent({ plugins: [importChoices({ from: [klaro({ matomo: 'statistics' })] })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function importChoices({ from, remove }: ImportChoicesOptions): Plugin {
  return definePlugin({
    name: 'import-choices',
    setup(given) {
      const { consent, options, adopt, report } = given as unknown as PluginContext
      if (consent.record) return
      const stores = browserStores()
      const names = stores.cookies.map(([name]) => name)

      function isUsable({ importer: { name, cookies }, choices, decidedAt, unknown }: Imported): boolean {
        const unmapped = unknown.filter((foreign) => !usual.test(foreign))
        if (unmapped[0]) {
          report(
            `importChoices: ${name} answers for ${unmapped.join(', ')}. Give these names one of this site, or false, in the map of ${name}().`,
          )
        }
        if (!Object.keys(choices)[0]) return false
        // Cookies end by themselves. Without a time the answer in local storage would be taken again for ever.
        const ends = !!(decidedAt || remove || ownNames(cookies, names)[0])
        if (!ends) report(`importChoices: the answer of ${name} has no time and no end. Set remove: true.`)
        return ends
      }

      const importers = from.filter((one): one is Importer => !!one)
      const found = readAllImported(stores, importers, {
        categories: options.categories,
        days: options.cookie.days,
      }).find(isUsable)
      if (!found) return
      const { importer, choices, decidedAt } = found
      const stop = consent.on('decision', ({ persisted }) => {
        if (persisted && remove) removePlaces(importer)
      })
      adopt({ choices, decidedAt })
      stop()
    },
  })
}
