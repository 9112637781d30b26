/**
 * Whether the browser would still run a script. One that has run, or came through `innerHTML` or a `DOMParser`, is
 * "already started", and so is a clone of it
 * (https://html.spec.whatwg.org/multipage/scripting.html#already-started). An empty `src` gets an `error` event only
 * where the script would run, and asks for nothing; when that of a fresh script is there, the clone stays silent.
 */
export function canExecute(script: HTMLScriptElement): Promise<boolean> {
  return new Promise((resolve) => {
    let isAlive = false
    const copy = script.cloneNode() as HTMLScriptElement
    for (const name of copy.getAttributeNames()) copy.removeAttribute(name)
    copy.onerror = () => {
      isAlive = true
    }
    const last = document.createElement('script')
    last.onerror = () => resolve(isAlive)
    for (const it of [copy, last]) {
      it.toggleAttribute('src', true)
      document.head.append(it)
      it.remove()
    }
  })
}
