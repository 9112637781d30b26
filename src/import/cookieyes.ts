import type { Importer, ImportOptions, NameMap } from '../model/importer.js'
import { usualNames } from '../model/usual-names.js'
import { decode } from './parts/read-object.js'

const usual: NameMap = { ...usualNames, other: false }

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
  return {
    name: 'cookieyes',
    cookies: [key, `${box}*`, 'viewed_cookie_policy', 'CookieLawInfoConsent'],
    map: { ...usual, ...map },
    grants: options.grants,
    find({ cookie, cookies }) {
      const entries = decode(cookie(key))
        .split(',')
        .map((entry) => entry.split(':'))
      const viewed = cookie('viewed_cookie_policy')
      const older = cookies.flatMap(([name, value]) => {
        const [, category] = name.split(box)
        return category && viewed ? [[category, viewed === 'yes' ? value : 'no']] : []
      })
      const { consent, action, ...answers } = Object.fromEntries(
        (entries[1] ? entries : older).flatMap(([name, value]) =>
          value === 'yes' || value === 'no' ? [[name, value === 'yes']] : [],
        ),
      )
      return entries[1] && !action ? undefined : { answers }
    },
  }
}
