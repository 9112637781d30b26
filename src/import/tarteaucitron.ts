import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { decode } from './parts/read-object.js'

const usual: NameMap = {
  analytics: 'statistics',
  gtag: 'statistics',
  matomo: 'statistics',
  clarity: 'statistics',
  hotjar: 'statistics',
  facebookpixel: 'marketing',
  googleads: 'marketing',
  linkedininsighttag: 'marketing',
}

/** Services that it starts without asking: the `true` that it stores for them is no answer, a `false` is one. */
const UNASKED =
  /^(wysistathightrack|plausible|simpleanalytics|stonly|matomo(hightrack)?|crisp|microanalytics)$/

/**
 * tarteaucitron: `!gtag=true!youtube=false!vimeo=wait` in the cookie `tarteaucitron`, one entry for each
 * service; `wait` is no answer. With `highPrivacy: false` it also writes `true` when a visitor goes on
 * browsing: take refusals alone then (`{ grants: false }`). Source: tarteaucitron.js and `needConsent` in
 * tarteaucitron.services.js of 1.34.0.
 *
 * @example importChoices({ from: [tarteaucitron({ youtube: 'marketing.youtube' })] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function tarteaucitron(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'tarteaucitron' } = options
  return {
    name: 'tarteaucitron',
    cookies: [key],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie }) {
      const entries = [...decode(cookie(key)).matchAll(/!([^!=]+)=(true|false)(?=!|$)/g)]
      const answers = entries.flatMap(([, name = '', value]) =>
        value === 'true' && UNASKED.test(name) ? [] : [[name, value === 'true']],
      )
      return { answers: Object.fromEntries(answers) }
    },
  }
}
