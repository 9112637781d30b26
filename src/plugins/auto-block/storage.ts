import type { Guard } from './guard.js'
import { toPattern } from './rules.js'

/** A declared item of storage, with the category it waits for. */
export interface Stored {
  /** `*` is any run of characters. */
  readonly name: string | RegExp
  readonly category: string
  /** @default 'cookie' */
  readonly kind?: string | undefined
}

/** A removal takes nothing from the visitor. */
const REMOVAL = /;\s*(max-age\s*=\s*(0|-)|expires\s*=\s*\w+,\s*01[- ]Jan[- ]1970)/i

/** Holds writes of declared names to cookies and web storage, and does them in order on consent. */
export function guardStorage({ line, patches }: Guard, stored: () => readonly Stored[]): void {
  const heldFor = (name: string, kind: string) =>
    stored().find(
      (item) =>
        (item.kind ?? 'cookie') === kind &&
        name.search(toPattern(item.name)) >= 0 &&
        line.isHeld(item.category),
    )?.category

  patches.intercept(Document.prototype, 'cookie', (_: Document, cookie: string, native) => {
    const name = `${cookie}`.split('=')[0]?.trim() ?? ''
    const category = REMOVAL.test(cookie) ? undefined : heldFor(name, 'cookie')
    if (category) line.hold(category, () => native(cookie))
    else native(cookie)
  })

  const { cookieStore } = window as { cookieStore?: object }
  type Set = (first: string | { readonly name: string }, value?: string) => Promise<void>
  patches.replace<Set>(
    cookieStore && Object.getPrototypeOf(cookieStore),
    'set',
    (native) =>
      function (this: unknown, first, value) {
        const category = heldFor(typeof first === 'object' ? first.name : `${first}`, 'cookie')
        // `undefined` as a second argument would not be the same call.
        const run = () =>
          typeof first === 'object' ? native.call(this, first) : native.call(this, first, value)
        if (!category) return run()
        return new Promise((resolve, reject) =>
          line.hold(category, () => run().then(resolve, reject), resolve),
        )
      },
  )

  patches.replace<Storage['setItem']>(
    Storage.prototype,
    'setItem',
    (native) =>
      function (this: Storage, key, value) {
        const kind = this === window.localStorage ? 'local-storage' : 'session-storage'
        const category = heldFor(`${key}`, kind)
        if (category) line.hold(category, () => native.call(this, key, value))
        else native.call(this, key, value)
      },
  )
}
