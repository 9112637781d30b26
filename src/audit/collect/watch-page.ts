/** What the page tells about itself. */
export interface Noted {
  readonly what:
    | 'cookie'
    | 'local-storage'
    | 'session-storage'
    | 'indexed-db'
    | 'cache'
    | 'service-worker'
    | 'request'
  /** Name of the item, or address of the request. */
  readonly name: string
  /** Addresses of the scripts on the stack, the innermost first. */
  readonly stack: readonly string[]
  readonly frame: string
  /** Of a request: what sends it, and the text that goes with it. */
  readonly by?: string | undefined
  readonly body?: string | undefined
}

/** The function in the page that takes what it tells. */
export const binding = '__askfirstAuditNote'

/**
 * Runs in every document before its own scripts: tells which script wrote which item and caused which request.
 * Everything it wraps goes on as before. It is sent as text and must not use anything outside itself.
 */
export function watchPage(bindingName: string): void {
  const scope = globalThis as unknown as { [name: string]: unknown }
  const tell = scope[bindingName] as ((noted: unknown) => Promise<void>) | undefined
  if (!tell) return
  const known = new Set<string>()

  function note(what: string, name: unknown, more: object = {}): void {
    try {
      const key = `${what} ${name}`
      // Once for each name: a page may write in every frame that it draws.
      if (known.has(key) || known.size > 2000) return
      known.add(key)
      const errors = Error as unknown as { stackTraceLimit?: number }
      const limit = errors.stackTraceLimit
      errors.stackTraceLimit = 50
      const text = new Error('who wrote this').stack ?? ''
      if (limit !== undefined) errors.stackTraceLimit = limit
      const lines = text.split('\n')
      // Firefox gives these functions the address of the page.
      const own = lines.findLastIndex((line) => line.includes('askfirstAuditHook'))
      const addresses = lines
        .slice(own + 1)
        .flatMap((line) => /(https?:\/\/[^\s)]+?):\d+:\d+/.exec(line)?.[1] ?? [])
      const stack = [...new Set(addresses)]
      void tell?.({ what, name: String(name), stack, frame: location.href, ...more }).catch(() => {})
    } catch {
      // A page without stacks is watched without them.
    }
  }

  function wrap(
    prototype: object | undefined,
    name: string,
    before: (self: unknown, args: unknown[]) => void,
  ): void {
    const descriptor = prototype && Object.getOwnPropertyDescriptor(prototype, name)
    if (!prototype || typeof descriptor?.value !== 'function') return
    const value = new Proxy(descriptor.value, {
      apply: function askfirstAuditHook(target, self, args) {
        before(self, args)
        return Reflect.apply(target, self, args)
      },
    })
    Object.defineProperty(prototype, name, { ...descriptor, value })
  }

  function wrapSetter(
    prototype: object | undefined,
    name: string,
    before: (self: unknown, value: unknown) => void,
  ): void {
    const descriptor = prototype && Object.getOwnPropertyDescriptor(prototype, name)
    if (!prototype || !descriptor?.set) return
    const set = new Proxy(descriptor.set, {
      apply: function askfirstAuditHook(target, self, args) {
        before(self, args[0])
        return Reflect.apply(target, self, args)
      },
    })
    Object.defineProperty(prototype, name, { ...descriptor, set })
  }

  const of = (name: string) => (scope[name] as { prototype?: object } | undefined)?.prototype
  const absolute = (url: unknown) => {
    try {
      return new URL(String((url as Request)?.url ?? url), document.baseURI).href
    } catch {
      return ''
    }
  }
  /** Bodies that are text, or a form. */
  const textOf = (body: unknown) => {
    if (typeof body === 'string') return body.slice(0, 4000)
    if (body instanceof URLSearchParams) return body.toString().slice(0, 4000)
    if (!(body instanceof FormData)) return
    const pairs = [...body].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
    return new URLSearchParams(pairs).toString()
  }
  const ask = (url: unknown, by?: string, body?: unknown) => {
    const address = absolute(url)
    if (/^https?:/.test(address)) note('request', address, { by, body: textOf(body) })
  }

  wrapSetter(of('Document'), 'cookie', (_, value) => note('cookie', String(value).split('=')[0]?.trim()))
  wrap(of('CookieStore'), 'set', (_, [first]) => note('cookie', (first as { name?: string })?.name ?? first))
  wrap(of('Storage'), 'setItem', (self, [name]) => {
    let isLocal = false
    try {
      isLocal = self === localStorage
    } catch {
      // Storage is refused here, and what follows fails by itself.
    }
    note(isLocal ? 'local-storage' : 'session-storage', name)
  })
  wrap(of('IDBFactory'), 'open', (_, [name]) => note('indexed-db', name))
  wrap(of('CacheStorage'), 'open', (_, [name]) => note('cache', name))
  wrap(of('ServiceWorkerContainer'), 'register', (_, [url]) => note('service-worker', absolute(url)))
  wrap(scope, 'fetch', (_, [input, init]) => ask(input, 'fetch', (init as RequestInit | undefined)?.body))
  const opened = new WeakMap<object, unknown>()
  wrap(of('XMLHttpRequest'), 'open', (self, [, url]) => opened.set(self as object, url))
  wrap(of('XMLHttpRequest'), 'send', (self, [body]) => ask(opened.get(self as object), 'xhr', body))
  wrap(of('Navigator'), 'sendBeacon', (_, [url, body]) => ask(url, 'ping', body))
  for (const element of ['HTMLScriptElement', 'HTMLImageElement', 'HTMLIFrameElement'])
    wrapSetter(of(element), 'src', (_, value) => ask(value))
}
