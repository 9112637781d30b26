import { definePlugin, type Plugin, type PluginContext } from '../../api/plugin.js'
import { readCookies } from '../../browser/cookies.js'
import { cookiebot } from '../../import/cookiebot.js'
import type { Choices } from '../../model/record.js'

/**
 * Takes over the answer in the vendor's cookie: `importChoices` for the one system whose names are ours, in fewer
 * bytes.
 */
export function adoptStored(): Plugin {
  return definePlugin({
    name: 'cookiebot-cookie',
    setup(given) {
      const { consent, adopt } = given as unknown as PluginContext
      if (consent.record) return
      const { find, map } = cookiebot()
      const found = find({ cookies: readCookies(), cookie: () => undefined, item: () => undefined }, map)
      if (!found) return
      const decidedAt = found.time === undefined ? undefined : new Date(found.time as number)
      adopt({ choices: found.answers as Choices, decidedAt })
    },
  })
}
