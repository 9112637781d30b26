import { removeCookie, writeCookie } from '../../browser/cookies.js'
import type { CookieItem } from '../../model/categories.js'
import { type ConsentRecord, expiryOf } from '../../model/record.js'
import { asked } from './answers.js'

/** Declares the mirror cookie: put it among the cookies of `necessary`. */
export const mirrorCookie: CookieItem = {
  name: 'CookieConsent',
  purpose: 'Keeps the cookie choice for tag managers and servers that read it in this format.',
  duration: 'P182D',
}

/**
 * Writes the record as the vendor's cookie, to the end of our own record's life:
 * `{stamp:%27…%27%2Cnecessary:true%2C…%2Cmethod:%27explicit%27%2Cver:1%2Cutc:…%2Cregion:%27be%27}`.
 */
export function writeMirror(record: ConsentRecord, days: number, region: string): void {
  const fields = [
    `stamp:'${record.id}'`,
    'necessary:true',
    ...asked.map((name) => `${name}:${!!record.choices[name]}`),
    "method:'explicit'",
    'ver:1',
    `utc:${+record.decidedAt}`,
    `region:'${region.toLowerCase().replace(/[^a-z0-9-]/g, '')}'`,
  ]
  const value = `{${fields.join(',').replaceAll("'", '%27').replaceAll(',', '%2C')}}`
  const secure = location.protocol === 'https:' ? ';secure' : ''
  const expires = expiryOf(record, days).toUTCString()
  writeCookie(`CookieConsent=${value};path=/;expires=${expires};samesite=Lax${secure}`)
}

export const removeMirror = () => removeCookie('CookieConsent', {})
