interface Navigations {
  readonly NavigateEvent?: { readonly prototype: { intercept: unknown } }
}

/**
 * Asks for the page again with GET, in the place of this history entry. `location.reload()` would send the form
 * again that the page may be the answer to (HTML section 7.4.3). Without its fragment the same address is no
 * navigation within the page.
 */
export function reloadPage(): void {
  const { protocol, href } = location
  if (/^(about|data):$/.test(protocol)) {
    // Neither can be navigated to by a script, and no form leads to them.
    location.reload()
    return
  }
  // A router of the page may answer every navigation without leaving the page, where the code goes on. Its
  // listener runs inside `replace`, and before any of ours.
  const { prototype } = (globalThis as Navigations).NavigateEvent ?? {}
  const intercept = prototype?.intercept
  if (prototype) prototype.intercept = () => {}
  location.replace(href.replace(/#.*/s, ''))
  if (prototype) prototype.intercept = intercept
}
