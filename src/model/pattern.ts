import type { CookieItem } from './options.js'

/** Whether a declared name covers an actual one: exact, with `*` for any run of characters, or a RegExp. */
export function covers({ name }: CookieItem, actual: string): boolean {
  const pattern =
    typeof name === 'string'
      ? new RegExp(`^${name.replace(/[^\w*]/g, '\\$&').replace(/\*/g, '[^]*')}$`)
      : name
  // `search` starts afresh, where `test` with the `g` flag remembers where it stopped.
  return actual.search(pattern) >= 0
}
