type Owner = object | undefined

/** Changes of the page's globals that can be taken back. */
export interface Patches {
  /** Puts something in the place of a method or constructor, if the browser has it. */
  replace<T>(owner: Owner, name: string, make: (native: T) => T): void
  /** Listens to what is written to a property. */
  intercept(
    owner: Owner,
    name: string,
    set: (target: never, value: never, native: (value: unknown) => void) => void,
  ): void
  /** Puts everything back that nobody has changed since; what was changed lets everything pass. */
  undo(): void
}

export function createPatches(): Patches {
  const undos: (() => void)[] = []

  function define(
    owner: object,
    name: string,
    change: (old: PropertyDescriptor) => PropertyDescriptor,
  ): void {
    const old = Object.getOwnPropertyDescriptor(owner, name)
    if (!old?.configurable) return
    const changed = { ...old, ...change(old) }
    Object.defineProperty(owner, name, changed)
    undos.push(() => {
      const now = Object.getOwnPropertyDescriptor(owner, name)
      if (now?.value === changed.value && now?.set === changed.set) Object.defineProperty(owner, name, old)
    })
  }

  return {
    replace(owner, name, make) {
      if (owner) define(owner, name, ({ value }) => ({ value: make(value) }))
    },
    intercept(owner, name, set) {
      if (!owner) return
      define(owner, name, (old) => ({
        set(this: unknown, value: unknown) {
          set(this as never, value as never, (it) => old.set?.call(this, it))
        },
      }))
    },
    undo() {
      for (const undo of undos.splice(0).reverse()) undo()
    },
  }
}
