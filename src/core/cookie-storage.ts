import Cookies from 'js-cookie'
import { readCookies, removeCookie, writeCookie } from '../browser/cookies.js'
import type { Settings } from '../model/settings.js'

/** Where the encoded record is kept. */
export interface ConsentStorage {
  /** Every value kept under the name: cookies of several domains and paths may share it. */
  read(): string[]
  /** Keeps one value and no other. @returns whether the browser kept it */
  write(value: string, expires: Date): boolean
}

/** Keeps the record in one first-party cookie. */
export function createCookieStorage({ cookie }: Pick<Settings, 'cookie'>): ConsentStorage {
  const { name, path, domain, sameSite = 'Lax', secure = location.protocol === 'https:' } = cookie
  const read = () => readCookies().flatMap(([key, value]) => (key === name ? value : []))

  function set(value: string, expires: Date, on: string | undefined): void {
    try {
      Cookies.set(name, value, { path, sameSite, secure, expires, ...(on && { domain: on }) })
    } catch {
      // Where a page has put functions on `Object.prototype` js-cookie trips over them.
      const place = `;path=${path}${on ? `;domain=${on}` : ''}${secure ? ';secure' : ''}`
      writeCookie(`${name}=${value};samesite=${sameSite};expires=${expires.toUTCString()}${place}`)
    }
  }

  return {
    read,
    write(value, expires) {
      // A wrong domain option, a public suffix or an IP host drops the cookie silently:
      // only reading it back tells. The next best is this host alone.
      for (const on of [domain, undefined]) {
        set(value, expires, on)
        const values = read()
        if (!values.includes(value)) continue
        if (values[1]) {
          removeCookie(name, { path })
          set(value, expires, on)
        }
        return true
      }
      return false
    },
  }
}
