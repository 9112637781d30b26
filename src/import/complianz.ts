import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { readObject } from './parts/read-object.js'

const usual: NameMap = { functional: 'necessary', 'statistics-anonymous': false }

/**
 * Complianz: a cookie `cmplz_<category>` with `allow` or `deny` for each category, answered when
 * `cmplz_banner-status` is `dismissed`, and the services the visitor allowed in `cmplz_consented_services`. In
 * regions that grant by default its cookies look the same: take refusals alone there (`{ grants: false }`).
 * It stores no time. Source: the plugin's complianz.js.
 *
 * @param options `key` is the prefix of its cookies
 * @example importChoices({ from: [complianz()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function complianz(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'cmplz_' } = options
  return {
    name: 'complianz',
    cookies: [`${key}*`],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie, cookies }) {
      if (cookie(`${key}banner-status`) !== 'dismissed') return
      const answers = cookies.flatMap(([name, value]) =>
        name.startsWith(key) && /^(allow|deny)$/.test(value)
          ? [[name.slice(key.length), value === 'allow']]
          : [],
      )
      const services = readObject(cookie(`${key}consented_services`) || undefined)
      return { answers: { ...services, ...Object.fromEntries(answers) } }
    },
  }
}
