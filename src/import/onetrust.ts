import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { decode } from './parts/read-object.js'

/** The numbers of its templates; a site can have its own. A stack stands for the purposes of IAB's framework. */
const usual: NameMap = {
  C0001: 'necessary',
  C0002: 'statistics',
  C0003: 'preferences',
  C0004: 'marketing',
  C0005: 'marketing',
  STACK42: 'marketing',
  V2STACK42: 'marketing',
}

/**
 * OneTrust: `groups=C0001:1,C0002:0` in the cookie `OptanonConsent`, answered when the cookie
 * `OptanonAlertBoxClosed` has a time. Refusals of a browser's signal (GPC) are not taken. Where closing the
 * banner counts as consent, or the region grants by default, take refusals alone (`{ grants: false }`).
 * Source: my.onetrust.com, "OneTrust Cookies".
 *
 * @example importChoices({ from: [onetrust({ C0007: 'preferences' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function onetrust(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'OptanonConsent' } = options
  const closed = 'OptanonAlertBoxClosed'
  return {
    name: 'onetrust',
    cookies: [key, closed],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie }) {
      const fields = new URLSearchParams(cookie(key))
      const time = cookie(closed)
      if (!time || fields.get('interactionCount') === '0') return
      const isSignal = fields.get('isGpcEnabled') === '1'
      const answers = (fields.get('groups') ?? '').split(',').flatMap((entry) => {
        const [, name, value] = /^(\w+):([01])$/.exec(entry) ?? []
        return !name || (isSignal && value === '0') ? [] : [[name, value === '1']]
      })
      return { answers: Object.fromEntries(answers), time: decode(time) }
    },
  }
}
