import { readNative } from '../../browser/read-native.js'

const COPIED = ['crossorigin', 'integrity', 'referrerpolicy', 'fetchpriority', 'charset']

export interface Preload {
  readonly since: number
  readonly isThere: () => boolean
  readonly remove: () => void
}

/**
 * Asks for a script's file before its turn. The browser hands the answer to the
 * script when that is inserted, provided the two requests are alike.
 * @returns when it was asked for, whether it has come, and what takes the link away
 */
export function preload(script: HTMLScriptElement, isModule: boolean): Preload {
  const link = document.createElement('link')
  link.rel = isModule ? 'modulepreload' : 'preload'
  if (!isModule) link.as = 'script'
  for (const name of COPIED) {
    const value = script.getAttribute(name)
    if (value !== null) link.setAttribute(name, value)
  }
  // Under a header policy the attribute reads empty, the property does not.
  link.nonce = script.nonce
  link.href = script.src || `${script.dataset.src}`
  let there = false
  link.onload = link.onerror = () => {
    there = true
  }
  readNative(document, 'head').append(link)
  return { since: performance.now(), isThere: () => there, remove: () => link.remove() }
}
