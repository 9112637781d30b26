import type { Page } from 'playwright-core'

/**
 * How pages open the choices again, by the documentation of each tool. A visible control of the page is tried first:
 * it is what a visitor has.
 */
const openers: readonly (readonly [tool: string, expression: string])[] = [
  [
    'vanilla-cookieconsent',
    'window.CookieConsent?.showPreferences && (CookieConsent.showPreferences(), true)',
  ],
  ['Klaro', 'window.klaro?.show && (klaro.show(undefined, true), true)'],
  ['Orejime', 'window.orejime?.prompt && (orejime.prompt(), true)'],
  [
    'tarteaucitron',
    'window.tarteaucitron?.userInterface?.openPanel && (tarteaucitron.userInterface.openPanel(), true)',
  ],
  ['Cookiebot', 'window.Cookiebot?.renew && (Cookiebot.renew(), true)'],
  ['OneTrust', 'window.OneTrust?.ToggleInfoDisplay && (OneTrust.ToggleInfoDisplay(), true)'],
  ['Didomi', 'window.Didomi?.preferences?.show && (Didomi.preferences.show(), true)'],
  ['Usercentrics', 'window.UC_UI?.showSecondLayer && (UC_UI.showSecondLayer(), true)'],
  ['Axeptio', 'window.openAxeptioCookies && (openAxeptioCookies(), true)'],
  ['CookieYes', 'window.revisitCkyConsent && (revisitCkyConsent(), true)'],
  ['Osano', "window.Osano?.cm?.showDrawer && (Osano.cm.showDrawer('osano-cm-dom-info-dialog-open'), true)"],
  ['iubenda', 'window._iub?.cs?.api?.openPreferences && (_iub.cs.api.openPreferences(), true)'],
]

/** Opens the choices of a known tool through its own function. @returns the tool */
export async function openByTool(page: Page): Promise<string | undefined> {
  for (const [tool, expression] of openers) {
    const isOpen = await page.evaluate(
      `(() => { try { return Boolean(${expression}) } catch { return false } })()`,
    )
    if (isOpen) return tool
  }
}
