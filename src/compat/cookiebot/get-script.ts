/** `Cookiebot.getScript`: loads a script before the first one of the page and calls back, on an error too. */
export function getScript(
  url: string,
  {
    isAsync = true,
    callback,
    nonce = '',
  }: {
    readonly isAsync?: boolean | undefined
    readonly callback?: unknown
    readonly nonce?: string | undefined
  },
): void {
  const script = document.createElement('script')
  if (nonce) script.nonce = nonce
  script.async = isAsync
  script.onload = script.onerror = () => {
    script.onload = script.onerror = null
    if (typeof callback === 'function') callback()
  }
  script.src = url
  const [first] = document.getElementsByTagName('script')
  if (first) first.before(script)
  else document.head.append(script)
}
