/** An address as the browser reads it on this page; `undefined` where it is none. */
export function resolveAddress(address: string | undefined): URL | undefined {
  if (address === undefined) return
  try {
    return new URL(address, document.baseURI)
  } catch {
    return
  }
}
