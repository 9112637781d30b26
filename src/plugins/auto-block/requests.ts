import type { Guard } from './guard.js'

/** Holds `fetch`, XMLHttpRequest and `sendBeacon`. */
export function guardRequests({ queue, patches, heldFor }: Guard): void {
  patches.replace<typeof fetch>(
    window,
    'fetch',
    (native) =>
      function (this: unknown, input, init) {
        const request = input instanceof Request ? input : undefined
        const category = heldFor(request?.url ?? input)
        const signal = init?.signal ?? request?.signal
        if (!category || signal?.aborted) return native.call(window, input, init)
        return new Promise((resolve, reject) => {
          const forget = queue.add(
            category,
            () => resolve(native.call(window, input, init)),
            // What a content blocker would answer.
            () => reject(new TypeError('Failed to fetch: the visitor has not agreed')),
          )
          signal?.addEventListener(
            'abort',
            () => {
              forget()
              reject(signal.reason)
            },
            { once: true },
          )
        })
      },
  )

  const opened = new WeakMap<XMLHttpRequest, { readonly url: unknown; readonly isAsync: boolean }>()
  const held = new WeakMap<XMLHttpRequest, () => void>()
  const { prototype } = XMLHttpRequest
  patches.replace<(...args: unknown[]) => void>(
    prototype,
    'open',
    (native) =>
      function (this: XMLHttpRequest, ...args) {
        held.get(this)?.()
        opened.set(this, { url: args[1], isAsync: args.length < 3 || !!args[2] })
        native.apply(this, args)
      },
  )
  patches.replace<XMLHttpRequest['abort']>(
    prototype,
    'abort',
    (native) =>
      function (this: XMLHttpRequest) {
        held.get(this)?.()
        native.call(this)
      },
  )
  patches.replace<XMLHttpRequest['send']>(
    prototype,
    'send',
    (native) =>
      function (this: XMLHttpRequest, body) {
        const { url, isAsync } = opened.get(this) ?? {}
        const category = url !== undefined && heldFor(url)
        if (!category) return native.call(this, body)
        // A page that waits for the answer cannot be asked to wait for the visitor.
        if (!isAsync) throw new DOMException('The visitor has not agreed', 'NetworkError')
        held.set(
          this,
          queue.add(
            category,
            () => native.call(this, body),
            // Later, as from the network: handlers may be attached after the call, and may ask again.
            () => {
              setTimeout(() => {
                for (const type of ['error', 'loadend']) this.dispatchEvent(new ProgressEvent(type))
              })
            },
          ),
        )
      },
  )

  patches.replace<typeof navigator.sendBeacon>(Navigator.prototype, 'sendBeacon', (native) => (url, data) => {
    const category = heldFor(url)
    if (!category) return native.call(navigator, url, data)
    queue.add(category, () => native.call(navigator, url, data))
    return true
  })

  // Its result tells whether the request was sent.
  patches.replace<(input: RequestInfo | URL, init?: object) => { readonly activated: boolean }>(
    window,
    'fetchLater',
    (native) =>
      native &&
      ((input, init) => {
        const category = heldFor(input instanceof Request ? input.url : input)
        if (!category) return native.call(window, input, init)
        let result = { activated: false }
        queue.add(category, () => {
          result = native.call(window, input, init)
        })
        return {
          get activated() {
            return result.activated
          },
        }
      }),
  )
}
