/**
 * Replaces a property of `owner`.
 * @param undo gets what puts the property back, unless somebody has put another over ours by then
 * @returns what it was
 */
export function override(
  undo: (() => void)[],
  owner: object,
  name: string,
  ours: PropertyDescriptor,
): Required<PropertyDescriptor> {
  const read = () => Object.getOwnPropertyDescriptor(owner, name) as Required<PropertyDescriptor>
  const native = read()
  // What is left out stays as it is.
  Object.defineProperty(owner, name, ours)
  undo.push(() => {
    if (read().value === ours.value && read().set === ours.set) Object.defineProperty(owner, name, native)
  })
  return native
}
