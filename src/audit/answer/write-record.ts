import { encodeRecord } from '../../model/record.js'
import type { SiteOptions } from './site-options.js'

type Cookie = {
  name: string
  value: string
  expires: number
  secure: boolean
  sameSite: 'Lax' | 'Strict' | 'None'
} & ({ url: string } | { domain: string; path: string })

const DAY = 86_400

/** The cookie of a visitor who accepted or refused everything. Its id names the audit, not a visitor. */
export function writeRecord(options: SiteOptions, url: string, isGranted: boolean): Cookie {
  const { cookie, categories, policyVersion: policy } = options
  const asked = Object.entries(categories).filter(([, { model }]) => model !== 'required')
  const decidedAt = new Date()
  const value = encodeRecord({
    id: 'askfirst-audit',
    decidedAt,
    policy,
    source: 'preferences',
    choices: Object.fromEntries(asked.map(([name]) => [name, isGranted])),
  })
  const isSecure = cookie.secure ?? url.startsWith('https:')
  const common = {
    name: cookie.name,
    value,
    expires: Math.floor(+decidedAt / 1000) + cookie.days * DAY,
    secure: isSecure || cookie.name.startsWith('__Host-'),
    sameSite: cookie.sameSite ?? 'Lax',
  }
  return cookie.domain
    ? { ...common, domain: `.${cookie.domain.replace(/^\./, '')}`, path: cookie.path }
    : { ...common, url: new URL(cookie.path, url).href }
}
