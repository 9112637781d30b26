import { addSheet } from '../../browser/style-sheets.js'
import { asked } from './answers.js'

const granted = (name: string) => `[data-consent~=${name}]`
const any = `:is(${asked.map(granted).join()})`
const hide = '{display:none!important}'

/**
 * `cookieconsent-optin-<category>` shows with consent, `cookieconsent-optout-<category>` without; `-optin` and
 * `-optout` stand for any category. Rules on the root's `data-consent`, in a constructable sheet: no inline style.
 */
const rules = [
  `html:not(${any}) .cookieconsent-optin${hide}`,
  `html${any} .cookieconsent-optout${hide}`,
  ...asked.flatMap((name) => [
    `html:not(${granted(name)}) .cookieconsent-optin-${name}${hide}`,
    `html${granted(name)} .cookieconsent-optout-${name}${hide}`,
  ]),
].join('')

/** Puts the rules on the page. @returns takes them away */
export const addDisplayRules = () => addSheet(document, rules)

const BLOCKED = 'data-cybot-cookiebot-blocked'

/** Marks held media as the vendor does: a class that hides it while refused, and an attribute. */
export function markMedia(element: HTMLElement): void {
  if (element instanceof HTMLScriptElement || element.hasAttribute(BLOCKED)) return
  element.setAttribute(BLOCKED, 'true')
  for (const name of (element.dataset.category ?? '').split(' '))
    if (asked.includes(name as (typeof asked)[number])) element.classList.add(`cookieconsent-optin-${name}`)
}

/** Brings the attribute of marked media up to date. */
export function updateMedia(isReleased: (element: Element) => boolean): void {
  for (const element of document.querySelectorAll(`[${BLOCKED}]`))
    element.setAttribute(BLOCKED, `${!isReleased(element)}`)
}
