import type { Receipt, Sent } from './receipt.js'

/** Sends receipts to one address, in requests that outlive the page. */
export function createPost(endpoint: string): (receipt: Receipt) => Promise<Sent> {
  return (receipt) => {
    // A string is `text/plain`: another origin is asked at once, without a preflight that a closing page
    // would not live to see answered (https://fetch.spec.whatwg.org/#cors-safelisted-method).
    const body = JSON.stringify(receipt)
    // Firefox before 133 has no `keepalive`. A beacon tells no outcome: the receipt stays where it is.
    if (document.hidden && !('keepalive' in Request.prototype)) {
      navigator.sendBeacon(endpoint, body)
      return new Promise(() => {})
    }
    // Chrome has it from 103 on.
    const signal = AbortSignal.timeout?.(30_000)
    return fetch(endpoint, { method: 'POST', body, keepalive: true, credentials: 'omit', signal })
  }
}
