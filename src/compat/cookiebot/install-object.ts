import type { Report } from '../../api/plugin.js'

/**
 * Assigns the object whole under each name. `<script id="Cookiebot">` makes the name the element until then, and
 * pages poll for a method: there must be no half of it.
 *
 * @returns gives the names back
 */
export function installObject(object: object, names: readonly string[], report: Report): () => void {
  const page = window as unknown as Record<string, unknown>
  const undo: (() => void)[] = []
  for (const [index, name] of [...new Set(names)].entries()) {
    const before = page[name]
    const isPages = before !== undefined && !(before instanceof Node) && !(before instanceof HTMLCollection)
    // The page may use `CookieConsent` for another library; the first name is ours in any case.
    if (isPages && index) continue
    if (isPages) report(`the page has its own window.${name}: it is replaced`)
    try {
      page[name] = object
      undo.push(() => {
        if (page[name] !== object) return
        if (isPages) page[name] = before
        else delete page[name]
      })
    } catch (cause) {
      report(`window.${name} cannot be set: the page has locked it`, cause)
    }
  }
  return () => {
    for (const end of undo) end()
  }
}
