import type { Guard } from './guard.js'

type Constructor = new (...args: never[]) => object

/** Ends an object before it has begun: nothing is opened then. */
const ENDINGS = ['close', 'terminate']

/** Holds WebSocket, EventSource and workers: the page gets an object that opens later. */
export function guardConnections(guard: Guard): void {
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker']) {
    guard.patches.replace<Constructor>(
      window,
      name,
      (native) =>
        // A proxy keeps `instanceof`, static properties and subclasses as they are.
        native &&
        new Proxy(native, {
          construct(target, args, newTarget) {
            const category = guard.heldFor(args[0])
            return category
              ? createDeferredConnection(guard, target, args, category)
              : Reflect.construct(target, args, newTarget)
          },
        }),
    )
  }
}

/** Remembers what is done to it and does that to the real object once there is one. */
function createDeferredConnection(
  { queue }: Guard,
  Native: Constructor,
  args: readonly unknown[],
  category: string,
): object {
  const { port1, port2 } = new MessageChannel()
  const early: { [key: PropertyKey]: unknown } = {
    url: `${args[0]}`,
    readyState: 0,
    bufferedAmount: 0,
    protocol: '',
    extensions: '',
    port: port1,
  }
  const calls: (readonly [key: PropertyKey, args: unknown[]])[] = []
  const handlers: { [key: PropertyKey]: unknown } = {}
  let real: { [key: PropertyKey]: unknown } | undefined

  const end = (): void => {
    forget()
    early.readyState = 3
  }
  const forget = queue.add(category, () => {
    real = new Native(...(args as never[])) as NonNullable<typeof real>
    Object.assign(real, handlers)
    for (const [key, args] of calls) (real[key] as (...args: unknown[]) => void)(...args)
    const { port } = real as { port?: MessagePort }
    if (!port) return
    port2.onmessage = ({ data, ports }) => port.postMessage(data, [...ports])
    port.onmessage = ({ data, ports }) => port2.postMessage(data, [...ports])
  })

  return new Proxy(Object.create(Native.prototype) as object, {
    get(_, key) {
      if (real && key !== 'port') {
        const value = real[key]
        return typeof value === 'function' ? value.bind(real) : value
      }
      if (key in handlers) return handlers[key]
      if (!(key in Native.prototype)) return
      if (key in early) return early[key]
      if (`${String(key)}`.startsWith('on')) return null
      if (ENDINGS.includes(String(key))) return end
      if (key === 'constructor') return Native
      return (...args: unknown[]) => void calls.push([key, args])
    },
    set(_, key, value) {
      ;(real ?? handlers)[key] = value
      return true
    },
  })
}
