/**
 * A fresh script like a node that the browser will not run any more. Under
 * Trusted Types this throws, unless the page's default policy lets it pass.
 */
export function copyScript(script: HTMLScriptElement): HTMLScriptElement {
  const copy = document.createElement('script')
  for (const { name, value } of script.attributes) {
    // Held until it is in place; the nonce attribute is empty under a header policy.
    if (name !== 'nonce') copy.setAttribute(name, value)
  }
  copy.nonce = script.nonce
  copy.text = script.text
  return copy
}
