/**
 * Reads a member past the elements that hide it: `<img name="body">` takes the place of `document.body`, a field
 * called `querySelectorAll` that of its form's method
 * (https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors).
 */
export function readNative<T extends object, K extends keyof T>(target: T, name: K): T[K] {
  return Reflect.get(Object.getPrototypeOf(target), name, target)
}
