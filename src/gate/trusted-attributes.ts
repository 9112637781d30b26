import type { TrustedPolicy } from '../model/settings.js'

/** Sets an attribute that may be a Trusted Types sink. */
export function setTrusted(
  element: Element,
  name: string,
  value: string,
  policy: TrustedPolicy | undefined,
): void {
  const trusted = /^(script|embed|object)\.(src|data)$/.test(`${element.localName}.${name}`)
    ? policy?.createScriptURL?.(value)
    : name === 'srcdoc'
      ? policy?.createHTML?.(value)
      : name.startsWith('on') && policy?.createScript?.(value)
  element.setAttribute(name, (trusted || value) as string)
}

/** Makes a fresh script like a node that the browser will not run any more. */
export function copyScript(
  script: HTMLScriptElement,
  copy: HTMLScriptElement,
  policy: TrustedPolicy | undefined,
): void {
  for (const { name, value } of script.attributes) {
    // The nonce attribute is empty under a header policy, the property is not.
    if (name !== 'nonce') setTrusted(copy, name, value, policy)
  }
  copy.nonce = script.nonce
  // Empty text is a sink of Trusted Types as well.
  if (script.text) copy.text = (policy?.createScript?.(script.text) ?? script.text) as string
}
