const COPIED = ['crossorigin', 'integrity', 'referrerpolicy', 'fetchpriority', 'charset']

/**
 * Asks for a script's file before its turn. The browser hands the answer to the
 * script when that is inserted, provided the two requests are alike.
 * @returns takes the link away
 */
export function preload(script: HTMLScriptElement, isModule: boolean): () => void {
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
  document.head.append(link)
  return () => link.remove()
}
