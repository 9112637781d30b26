import { matches } from '../../model/pattern.js'
import type { Guard } from './guard.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

/** A declared item of storage, with the category it waits for. */
export interface Stored {
  /** `*` is any run of characters. */
  readonly name: string | RegExp
  readonly category: string
  /** @default 'cookie' */
  readonly kind?: string | undefined
}

/** A removal takes nothing from the visitor. Of both attributes `max-age` counts (RFC 6265 section 5.3). */
function isRemoval(cookie: string): boolean {
  const attribute = (name: string) => new RegExp(`.*;\\s*${name}\\s*=([^;]*)`, 'is').exec(cookie)?.[1]?.trim()
  const [age, expires] = [attribute('max-age'), attribute('expires')]
  return age ? Number(age) <= 0 : !!expires && Date.parse(expires) <= Date.now()
}

/** Holds writes of declared names to cookies and web storage, and does them in order on consent. */
export function guardStorage({ queue, patches }: Guard, stored: () => readonly Stored[]): void {
  /** What takes back the writes that wait, by kind and name. */
  const waiting = new Map<string, (() => void)[]>()

  /** A name that something else may use goes through, as it is not erased either. */
  function heldFor(name: string, kind: string): string | undefined {
    const items = stored().filter((item) => (item.kind ?? 'cookie') === kind && matches(item.name, name))
    return items.every(({ category }) => queue.isHeld(category)) ? items[0]?.category : undefined
  }

  function hold(category: string, kind: string, name: string, run: () => void, drop?: () => void): void {
    if (__DEV__) queue.about?.({ kind: 'write', text: `${kind} "${name}"` })
    const key = `${kind} ${name}`
    waiting.set(key, [...(waiting.get(key) ?? []), queue.add(category, run, drop)])
  }

  function remove(kind: string, name: string): void {
    for (const forget of waiting.get(`${kind} ${name}`) ?? []) forget()
  }

  const removeAll = (kind: string) => {
    for (const [key, forgets] of waiting)
      if (key.startsWith(`${kind} `)) for (const forget of forgets) forget()
  }

  const kindOf = (storage: Storage) => (storage === window.localStorage ? 'local-storage' : 'session-storage')

  patches.intercept(Document.prototype, 'cookie', (_: Document, cookie: string, native) => {
    const name = `${cookie}`.split('=')[0]?.trim() ?? ''
    const isGone = isRemoval(`${cookie}`)
    const category = isGone ? undefined : heldFor(name, 'cookie')
    if (isGone) remove('cookie', name)
    if (category) hold(category, 'cookie', name, () => native(cookie))
    else native(cookie)
  })

  const { cookieStore } = window as { cookieStore?: object }
  type Set = (first: string | { readonly name: string }, value?: string) => Promise<void>
  patches.replace<Set>(
    cookieStore && Object.getPrototypeOf(cookieStore),
    'set',
    (native) =>
      function (this: unknown, first, value) {
        const name = typeof first === 'object' ? first.name : `${first}`
        const category = heldFor(name, 'cookie')
        // `undefined` as a second argument would not be the same call.
        const run = () =>
          typeof first === 'object' ? native.call(this, first) : native.call(this, first, value)
        if (!category) return run()
        return new Promise((resolve, reject) =>
          hold(category, 'cookie', name, () => run().then(resolve, reject), resolve),
        )
      },
  )

  patches.replace<(first: string | { readonly name: string }) => Promise<void>>(
    cookieStore && Object.getPrototypeOf(cookieStore),
    'delete',
    (native) =>
      function (this: unknown, first) {
        remove('cookie', typeof first === 'object' ? first.name : `${first}`)
        return native.call(this, first)
      },
  )

  patches.replace<Storage['setItem']>(
    Storage.prototype,
    'setItem',
    (native) =>
      function (this: Storage, key, value) {
        const kind = kindOf(this)
        const category = heldFor(`${key}`, kind)
        if (category) hold(category, kind, `${key}`, () => native.call(this, key, value))
        else native.call(this, key, value)
      },
  )
  patches.replace<Storage['removeItem']>(
    Storage.prototype,
    'removeItem',
    (native) =>
      function (this: Storage, key) {
        remove(kindOf(this), `${key}`)
        native.call(this, key)
      },
  )
  patches.replace<Storage['clear']>(
    Storage.prototype,
    'clear',
    (native) =>
      function (this: Storage) {
        removeAll(kindOf(this))
        native.call(this)
      },
  )
}
