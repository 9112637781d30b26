import type { Importer } from '../model/importer.js'
import { defineImporter, type ImportOptions, type NameMap } from './parts/define-importer.js'
import { decode } from './parts/read-object.js'
import { usualNames } from './parts/usual-names.js'

const usual: NameMap = { ...usualNames, other: false, others: false }

/**
 * CookieYes: `consent:yes,action:yes,analytics:no` in the cookie `cookieyes-consent`, answered when `action` is
 * `yes`. Its older plugin for WordPress, CookieLawInfo, has `viewed_cookie_policy` and a cookie for each category.
 * It stores no time. Source: cookieyes.com, "CookieYes cookies".
 *
 * @example importChoices({ from: [cookieyes()] })
 */
/* @__NO_SIDE_EFFECTS__ */
export function cookieyes(map: NameMap = {}, options: ImportOptions = {}): Importer {
  const { key = 'cookieyes-consent' } = options
  const box = 'cookielawinfo-checkbox-'
  return defineImporter({
    name: 'cookieyes',
    places: [key, `${box}*`, 'viewed_cookie_policy', 'CookieLawInfoConsent'].map((name) => ({
      kind: 'cookie',
      name,
    })),
    usual,
    map,
    options,
    find({ cookie, cookies }) {
      const viewed = cookie('viewed_cookie_policy')
      const entries = decode(cookie(key) ?? '')
        .split(',')
        .map((entry) => entry.split(':'))
      const isAnswered = entries.some(([name, value]) => name === 'action' && value === 'yes')
      const older = /^(yes|no)$/.test(`${viewed}`)
        ? cookies.flatMap(([name, value]) =>
            name.startsWith(box) ? [[name.slice(box.length), viewed === 'yes' ? value : 'no']] : [],
          )
        : []
      const answers = (isAnswered ? entries : older).flatMap(([name, value]) =>
        /^(consent|action)$/.test(`${name}`) || !/^(yes|no)$/.test(`${value}`)
          ? []
          : [[name, value === 'yes']],
      )
      return { answers: Object.fromEntries(answers) }
    },
  })
}
