/** @returns restores what was there, unless somebody else has put something over it */
export function override(target: object, name: string, ours: PropertyDescriptor): () => void {
  const find = () => Object.getOwnPropertyDescriptor(target, name)
  const before = find()
  Object.defineProperty(target, name, { ...ours, configurable: true })
  return () => {
    const now = find()
    if (now?.value !== ours.value || now?.set !== ours.set) return
    if (before) Object.defineProperty(target, name, before)
    else Reflect.deleteProperty(target, name)
  }
}
