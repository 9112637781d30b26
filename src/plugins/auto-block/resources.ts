import type { Guard } from './guard.js'

/** Holds fonts and worklets. */
export function guardResources({ patches, queue, heldFor }: Guard): void {
  const defer = <T>(category: string, run: () => Promise<T>) =>
    new Promise<T>((resolve, reject) =>
      queue.add(
        category,
        () => resolve(run()),
        () => reject(new DOMException('The visitor has not agreed', 'NetworkError')),
      ),
    )
  const faces = new WeakMap<object, string>()
  /** A face asks when it is loaded or used; its source cannot be read again. */
  const categoryOf = (face: object) => {
    for (const [, address] of faces.get(face)?.matchAll(/url\(\s*['"]?([^'")]+)/gi) ?? []) {
      const category = heldFor(address)
      if (category) return category
    }
    return undefined
  }
  patches.replace<typeof FontFace>(
    window,
    'FontFace',
    (native) =>
      new Proxy(native, {
        construct(target, args, newTarget) {
          const face = Reflect.construct(target, args, newTarget)
          if (typeof args[1] === 'string') faces.set(face, args[1])
          return face
        },
      }),
  )
  patches.replace<FontFace['load']>(
    window.FontFace?.prototype,
    'load',
    (native) =>
      function (this: FontFace) {
        const category = categoryOf(this)
        return category ? defer(category, () => native.call(this)) : native.call(this)
      },
  )
  patches.replace<(face: FontFace) => unknown>(
    Object.getPrototypeOf(document.fonts ?? {}),
    'add',
    (native) =>
      function (this: unknown, face) {
        const category = categoryOf(face)
        if (!category) return native.call(this, face)
        queue.add(category, () => native.call(this, face))
        return this
      },
  )
  patches.replace<(address: unknown, options?: object) => Promise<void>>(
    (window as { Worklet?: { prototype: object } }).Worklet?.prototype,
    'addModule',
    (native) =>
      function (this: unknown, ...args) {
        const category = heldFor(args[0])
        return category ? defer(category, () => native.apply(this, args)) : native.apply(this, args)
      },
  )
}
