const TAG = 'script:is(#CookieDeclaration,[src*="consent.cookiebot."][src$="/cd.js"])'

/**
 * Keeps the vendor's declaration script from running and puts a place for ours behind it. Before the parser runs a
 * script it lets observers speak (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata).
 *
 * @param declare fills a place
 * @returns stops watching and takes the places away
 */
export function watchDeclarationTags(declare: (place: HTMLElement) => void): () => void {
  const places = new Map<Element, HTMLElement>()

  function replace(script: HTMLScriptElement): void {
    if (places.has(script)) return
    script.type = 'text/plain'
    const place = document.createElement('div')
    places.set(script, place)
    script.after(place)
    declare(place)
  }
  function look(root: ParentNode): void {
    if (root instanceof HTMLScriptElement && root.matches(TAG)) replace(root)
    for (const script of root.querySelectorAll<HTMLScriptElement>(TAG)) replace(script)
  }

  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) look(node)
  })
  observer.observe(document, { childList: true, subtree: true })
  look(document)
  return () => {
    observer.disconnect()
    for (const place of places.values()) place.remove()
  }
}
