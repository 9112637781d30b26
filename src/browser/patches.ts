type Owner = object | undefined

/** Changes of the page's globals that can be taken back. */
export interface Patches {
  /** Changes a property. What is left out of the new descriptor stays as it is. */
  define(owner: Owner, name: string, change: (native: PropertyDescriptor) => PropertyDescriptor): void
  /** Puts everything back that nobody has changed since; what was changed lets everything pass. */
  undo(): void
}

/** Patches of methods and setters. */
export interface Interceptors extends Patches {
  /** Puts something in the place of a method or constructor, if the browser has it. */
  replace<T>(owner: Owner, name: string, make: (native: T) => T): void
  /** Listens to what is written to a property. */
  intercept(
    owner: Owner,
    name: string,
    set: (target: never, value: never, native: (value: unknown) => void) => void,
  ): void
}

export function createPatches(): Patches {
  const undos: (() => void)[] = []
  return {
    define(owner, name, change) {
      const old = owner && Object.getOwnPropertyDescriptor(owner, name)
      if (!old?.configurable) return
      const changed = { ...old, ...change(old) }
      Object.defineProperty(owner, name, changed)
      undos.push(() => {
        const now = Object.getOwnPropertyDescriptor(owner, name)
        if (now?.value === changed.value && now?.set === changed.set) Object.defineProperty(owner, name, old)
      })
    },
    undo() {
      for (const undo of undos.splice(0).reverse()) undo()
    },
  }
}

export function createInterceptors(): Interceptors {
  const patches = createPatches()
  return {
    ...patches,
    replace: (owner, name, make) => patches.define(owner, name, ({ value }) => ({ value: make(value) })),
    intercept: (owner, name, set) =>
      patches.define(owner, name, (old) => ({
        set(this: unknown, value: unknown) {
          set(this as never, value as never, (it) => old.set?.call(this, it))
        },
      })),
  }
}
