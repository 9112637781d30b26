/** What sites style, by what our declaration is made of. */
const classes: readonly (readonly [selector: string, name: string])[] = [
  ['.version', 'CookieDeclarationLastUpdated'],
  ['table', 'CookieDeclarationTable'],
  ['table', 'CookieDeclarationType'],
  ['caption', 'CookieDeclarationTypeHeader'],
  ['th[scope=col]', 'CookieDeclarationTableHeader'],
  ['td, th[scope=row]', 'CookieDeclarationTableCell'],
]
const ids: readonly (readonly [selector: string, id: string])[] = [
  ['.choice', 'CookieDeclarationUserStatusPanel'],
  ['.choice [role=status]', 'CookieDeclarationConsentIdAndDate'],
  ['.choice [data-consent-action=preferences]', 'CookieDeclarationChangeConsentChange'],
  ['.choice [data-consent-action=withdraw]', 'CookieDeclarationChangeConsentWithdraw'],
]

/**
 * Gives a declaration of ours the classes and ids that sites have styled, and keeps them when it is drawn again.
 *
 * @param onDrawn it stands for the first time
 * @returns stops
 */
export function decorateDeclaration(place: HTMLElement, onDrawn: () => void): () => void {
  let isDrawn = false
  place.classList.add('CookieDeclaration')

  function decorate(): void {
    for (const [selector, name] of classes)
      for (const element of place.querySelectorAll(selector)) element.classList.add(name)
    for (const [selector, id] of ids) {
      const element = place.querySelector(selector)
      if (element && element.id !== id) element.id = id
    }
    if (isDrawn || !place.querySelector('table')) return
    isDrawn = true
    onDrawn()
  }
  const observer = new MutationObserver(decorate)
  observer.observe(place, { childList: true, subtree: true })
  decorate()
  return () => observer.disconnect()
}
