import type { TrustedPolicy } from '../../model/settings.js'

interface ScriptToLoad {
  readonly address: string
  /** Subresource Integrity metadata; the host has to allow CORS then. */
  readonly integrity?: string | undefined
  readonly nonce: string | undefined
  readonly policy?: TrustedPolicy | undefined
}

/**
 * Runs a file as a classic script: from hosts without CORS, from `file:`, and again after a failure, which module
 * maps remember in Firefox.
 * @throws TypeError where Trusted Types are enforced and the policy makes no script addresses
 */
export async function loadScript({ address, integrity, nonce, policy }: ScriptToLoad): Promise<void> {
  const script = document.createElement('script')
  if (nonce) script.nonce = nonce
  if (integrity) {
    script.integrity = integrity
    script.crossOrigin = 'anonymous'
  }
  // Classic scripts are read in the encoding of the page, unless their host names one.
  script.charset = 'utf-8'
  script.src = (policy?.createScriptURL?.(address) ?? address) as string
  try {
    await new Promise((resolve, reject) => {
      script.onload = resolve
      script.onerror = reject
      document.documentElement.append(script)
    })
  } finally {
    script.remove()
  }
}
