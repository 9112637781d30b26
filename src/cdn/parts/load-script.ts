import type { TrustedPolicy } from '../../model/settings.js'

interface ScriptToLoad {
  readonly address: string
  /** Subresource Integrity metadata; the host has to allow CORS then. */
  readonly integrity: string | undefined
  readonly nonce: string | undefined
  readonly policy: TrustedPolicy | undefined
}

function settle(element: HTMLElement): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    element.onload = () => resolve()
    element.onerror = reject
    document.documentElement.append(element)
  }).finally(() => element.remove())
}

/**
 * Runs a file as a classic script: from hosts without CORS, from `file:`, and again after a failure, which module
 * maps remember in Firefox.
 * @throws where the file does not load or does not match, and where Trusted Types let no address through
 */
export async function loadScript({ address, integrity, nonce, policy }: ScriptToLoad): Promise<void> {
  const script = document.createElement('script')
  if (nonce) script.nonce = nonce
  // Classic scripts are read in the encoding of the page, unless their host names one.
  script.charset = 'utf-8'
  if (integrity) {
    script.integrity = integrity
    script.crossOrigin = 'anonymous'
  }
  try {
    script.src = (policy?.createScriptURL?.(address) ?? address) as string
  } catch (cause) {
    if (!integrity) throw cause
    // `import()` is no sink of Trusted Types and takes no integrity. It finds in the module map the file that a
    // preload has checked (HTML section 4.6.7.12).
    const link = document.createElement('link')
    Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href: address })
    await settle(link)
    await import(address)
    return
  }
  await settle(script)
}
