const PING = 'askfirst.ping'

/**
 * Calls back when the page was written anew after it had loaded (`document.open`): the document and what observes it
 * stay, every listener has gone (HTML, "document open steps").
 *
 * @returns stops looking
 */
export function onRewritten(callback: () => void): () => void {
  let isHeard = false
  const hear = () => {
    isHeard = true
  }
  addEventListener(PING, hear)
  const observer = new MutationObserver(() => {
    isHeard = false
    dispatchEvent(new Event(PING))
    if (!isHeard) callback()
  })
  observer.observe(document, { childList: true })
  return () => {
    observer.disconnect()
    removeEventListener(PING, hear)
  }
}
