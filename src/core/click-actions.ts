import type { Consent } from '../api/consent.js'
import { isSeen } from '../browser/is-seen.js'
import { readNative } from '../browser/read-native.js'
import { surfaceOf } from '../browser/surface-mark.js'
import { warn } from '../browser/warn.js'
import { joinName } from '../model/names.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

/** A click on a control. */
interface Press {
  readonly data: DOMStringMap
  readonly source: string
  readonly switches: readonly HTMLInputElement[]
}

const dataOf = (target: HTMLElement): DOMStringMap | undefined => readNative(target, 'dataset')

/**
 * Acts on clicks on `[data-consent-action]`, wherever and whenever the element came into the page. Consent is given
 * only in the view's own roots and in the containers that option `actions` names, and only on a control that the
 * visitor can see. Clicks by scripts need not be seen: privacy tools answer for their users, and a script of the
 * page can call the consent object anyway.
 *
 * @param roots of the view that is mounted
 * @returns stops listening
 */
export function onActionClicks(consent: Consent, roots: () => readonly Node[]): () => void {
  const selector = consent.options.actions
  const actions: { [action: string]: (press: Press) => unknown } = {
    'accept-all': ({ source }) => consent.acceptAll(source),
    'reject-all': ({ source }) => consent.rejectAll(source),
    save: ({ switches, source }) => consent.save(read(switches), source),
    withdraw: ({ data: { category, service }, source }) =>
      consent.withdraw(category && joinName(category, service), source),
    preferences: () => consent.openPreferences(),
  }
  const isNamed = (target: HTMLElement): boolean => {
    try {
      return !!selector && readNative(target, 'matches')?.call(target, selector)
    } catch (cause) {
      if (__DEV__)
        warn(`actions: "${selector}" is no selector. Name containers, for example "#banner".`, cause)
      return false
    }
  }

  function onClick(event: MouseEvent): void {
    // `composedPath` looks through open shadow roots, `closest` would not.
    const path = event.composedPath() as HTMLElement[]
    const trigger = path.find((it) => dataOf(it)?.consentAction)
    const data = (trigger && dataOf(trigger)) ?? {}
    const action = `${data.consentAction}`
    if (!trigger || !Object.hasOwn(actions, action)) return

    const own = roots()
    const at = path.findIndex((it) => own.includes(it) || isNamed(it))
    if (at < 0 && /^(accept|save)/.test(action)) {
      if (__DEV__)
        warn(
          `data-consent-action="${action}" does nothing here. Name its container in option "actions".`,
          trigger,
        )
      return
    }
    // A link to `#` must not scroll the page, nor a button submit the form around it.
    event.preventDefault()
    const inside = path.slice(0, at + 1)
    const isOwn = own.includes(path[at] as Node)
    const scope =
      inside.find((it) => /^(form|dialog)$/.test(readNative(it, 'localName')) || isRoot(it)) ?? path[at]
    const switches = action === 'save' && scope ? findSwitches(scope) : []
    const isGiven = action === 'accept-all' || switches.some(({ checked, disabled }) => checked && !disabled)
    const isEarly = inside.some((it) => dataOf(it)?.guard !== undefined)
    if (isGiven && event.isTrusted && (isEarly || !isSeen(trigger, event))) return
    const surface = isOwn ? inside.map((it) => dataOf(it)?.surface).find(Boolean) : surfaceOf(path)
    actions[action]?.({ data, switches, source: surface ?? 'page' })
  }
  // On the window, in capture: pages stop clicks on their links, older focus traps at the document.
  window.addEventListener('click', onClick, true)
  return () => window.removeEventListener('click', onClick, true)
}

const isRoot = (node: Node): boolean => readNative(node, 'nodeType') === 11

const findSwitches = (scope: HTMLElement): HTMLInputElement[] =>
  [...readNative(scope, 'querySelectorAll').call(scope, 'input[data-category]')] as HTMLInputElement[]

const read = (switches: readonly HTMLInputElement[]) =>
  Object.fromEntries(
    switches.map(({ dataset: { category = '', service }, checked }) => [
      joinName(category, service),
      checked,
    ]),
  )
