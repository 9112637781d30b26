import type { Report } from '../../api/plugin.js'

/** The moments that pages hear of; `ConsentReady` has no callback. */
export type Moment =
  | 'ConsentReady'
  | 'Load'
  | 'Accept'
  | 'Decline'
  | 'DialogInit'
  | 'DialogDisplay'
  | 'TagsExecuted'

type Hooks = { readonly [name: string]: unknown }

/** Calls the page's callback for a moment: the one named after the vendor, else its twin. */
export function callBack(moment: Moment, object: () => object | undefined, report: Report): void {
  const page = window as unknown as Hooks
  const hook = (object() as Hooks | undefined)?.[`on${moment.toLowerCase()}`]
  const named = ['CookiebotCallback_On', 'CookieConsentCallback_On'].map((prefix) => page[prefix + moment])
  for (const callback of [hook, named.find((one) => typeof one === 'function')]) {
    try {
      if (typeof callback === 'function') callback.call(window)
    } catch (cause) {
      report(`a callback of Cookiebot, On${moment}, threw`, cause)
    }
  }
}

/**
 * Tells the page of a moment: the callback first, then the event under both its names, as uc.js does. The events
 * are plain ones on `window`.
 */
export function tell(moment: Moment, object: () => object | undefined, report: Report): void {
  if (moment !== 'ConsentReady') callBack(moment, object, report)
  for (const prefix of ['CookiebotOn', 'CookieConsentOn'])
    window.dispatchEvent(new Event(prefix + moment, { bubbles: true, cancelable: true }))
}
