import Cookies from 'js-cookie'
import { readCookies, removeCookie, writeCookie } from '../browser/cookies.js'
import { decodeRecord } from '../model/record.js'
import { unprefixedName } from '../model/resolve-cookie.js'
import type { Settings } from '../model/settings.js'

/** Where the encoded record is kept. */
export interface ConsentStorage {
  /** Every value kept under the name: cookies of several domains and paths may share it. */
  read(): string[]
  /** Keeps one value and no other. @returns whether the browser kept it */
  write(value: string, expires: Date): boolean
  /** Takes the record of an earlier version out of its place. @returns it, if this host had set it */
  takeOld?(): string | undefined
}

/** Keeps the record in one first-party cookie. */
export function createCookieStorage({ cookie }: Pick<Settings, 'cookie'>): ConsentStorage {
  const { name, path, domain, sameSite, secure, partitioned } = cookie
  const unprefixed = unprefixedName(cookie)
  const valuesOf = (wanted = name) => readCookies().flatMap(([key, value]) => (key === wanted ? value : []))

  function set(value: string, expires: Date, on: string | undefined): void {
    try {
      Cookies.set(name, value, {
        path,
        sameSite,
        secure,
        partitioned,
        expires,
        ...(on && { domain: on }),
      } as object)
    } catch {
      // Where a page has put functions on `Object.prototype` js-cookie trips over them.
      const flags = (secure ? ';secure' : '') + (partitioned ? ';partitioned' : '')
      const place = `;path=${path}${on ? `;domain=${on}` : ''}${flags}`
      writeCookie(`${name}=${value};samesite=${sameSite};expires=${expires.toUTCString()}${place}`)
    }
  }

  return {
    read: () => valuesOf(),
    write(value, expires) {
      // A wrong domain option, a public suffix or an IP host drops the cookie silently:
      // only reading it back tells. The next best is this host alone.
      for (const on of [domain, undefined]) {
        set(value, expires, on)
        const values = valuesOf()
        if (!values.includes(value)) continue
        if (values[1]) {
          removeCookie(name, { path })
          set(value, expires, on)
        }
        return true
      }
      return false
    },
    takeOld() {
      const before = unprefixed ? valuesOf(unprefixed) : []
      if (!before.some(decodeRecord)) return
      // A removal without a domain reaches a cookie that this host has set. What stays was set by a host of
      // the same domain, for this one to find.
      writeCookie(`${unprefixed}=;max-age=0;path=/`)
      const after = valuesOf(unprefixed)
      return before.find((value, index) => value !== after[index])
    },
  }
}
