/**
 * Calls back at once, or when a prerendered page is really shown
 * (https://wicg.github.io/nav-speculation/prerendering.html): until then the
 * visitor has not come, and a write would be seen by the page they are on.
 * @returns stops waiting
 */
export function whenActivated(callback: () => void): () => void {
  if (isPrerendering()) document.addEventListener('prerenderingchange', callback, { once: true })
  else callback()
  return () => document.removeEventListener('prerenderingchange', callback)
}

export function isPrerendering(): boolean {
  return !!(globalThis.document as { prerendering?: boolean } | undefined)?.prerendering
}
