import { definePlugin, type Plugin, type PluginContext } from '../../api/plugin.js'
import { readCookies } from '../../browser/cookies.js'
import { foreignStores } from '../../model/foreign-stores.js'
import type { ForeignStores, Importer } from '../../model/importer.js'
import { matches } from '../../model/pattern.js'
import { type Imported, readAllImported } from '../../model/read-imported.js'
import { removePlaces } from './remove-places.js'

export type { ForeignStores, ImportedAnswer, Importer, Place } from '../../model/importer.js'

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
export function importChoices({ from, remove = false }: ImportChoicesOptions): Plugin {
  const importers = from.filter((one): one is Importer => !!one)

  return definePlugin({
    name: 'import-choices',
    setup(given) {
      const { consent, options, adopt, report } = given as unknown as PluginContext
      if (consent.record) return
      const stores = browserStores()

      function isUsable({ importer: { name, places }, choices, decidedAt, unknown }: Imported): boolean {
        const unmapped = unknown.filter((foreign) => !usual.test(foreign))
        if (unmapped[0]) {
          report(
            `importChoices: ${name} has answers for ${unmapped.map((one) => `"${one}"`).join(', ')}, which are no names of this site. Give them one in the map of ${name}(), or false.`,
          )
        }
        if (!Object.keys(choices)[0]) return false
        // Cookies end by themselves. Local storage without a time would be taken again for ever.
        const ends =
          decidedAt || places.some(({ kind, name }) => kind === 'cookie' && hasCookie(stores, name)) || remove
        if (!ends) {
          report(
            `importChoices: ${name} keeps no time in local storage, so that its answer would never end. Set remove: true.`,
          )
        }
        return !!ends
      }

      const found = readAllImported(stores, importers, {
        categories: options.categories,
        days: options.cookie.days,
      }).find(isUsable)
      if (!found) return
      const stop = consent.on('decision', ({ persisted }) => {
        if (persisted && remove) removePlaces(found.importer.places)
      })
      const { choices, decidedAt } = found
      adopt({ choices, decidedAt })
      stop()
    },
  })
}

function browserStores(): ForeignStores {
  const header = readCookies()
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return foreignStores(header, (key) => {
    try {
      return localStorage.getItem(key) ?? undefined
    } catch {
      return
    }
  })
}

const hasCookie = ({ cookies }: ForeignStores, pattern: string) =>
  cookies.some(([name]) => matches(pattern, name))
