import { addressesIn, addressesInScript, asking, SELECTOR } from './addresses.js'
import { canExecute } from './can-execute.js'
import type { Evaluate } from './evaluate.js'
import type { Tagging } from './tagging.js'

/**
 * Holds what asks under a node, the node included.
 * @param willRun whether a script is sure to run when it comes into the page; others are tried first
 * @returns whether there was something to hold
 */
export type HoldUnder = (root: ParentNode, willRun?: (script: HTMLScriptElement) => boolean) => boolean

interface HoldUnderOptions {
  readonly tagging: Tagging
  readonly evaluate: Evaluate
}

export function createHoldUnder({ tagging, evaluate }: HoldUnderOptions): HoldUnder {
  function holdScript(script: HTMLScriptElement, willRun: boolean): boolean {
    const src = script.getAttribute('src')
    const { category, isHeld } = evaluate(src === null ? addressesInScript(script) : [src])
    if (category === undefined || !isHeld) return false
    if (tagging.isIgnored(script)) return true
    if (willRun) tagging.tagScript(script, category)
    else {
      // Without a tag the gate does not see it yet.
      const restore = tagging.makeInert(script)
      void canExecute(script).then((isAlive) => {
        if (isAlive) tagging.tagScript(script, category)
        else restore()
      })
    }
    return true
  }

  function holdElement(element: HTMLElement): boolean {
    let isAnyHeld = false
    for (const attribute of asking[element.localName] ?? []) {
      const value = element.getAttribute(attribute)
      if (value === null) continue
      const { category, isHeld } = evaluate(addressesIn(attribute, value))
      if (category === undefined || !isHeld || tagging.isShownOnce(element, attribute, value)) continue
      tagging.hold(element, { attribute, value, category })
      isAnyHeld = true
    }
    return isAnyHeld
  }

  return (root, willRun = () => false) => {
    const elements = [...root.querySelectorAll<HTMLElement>(SELECTOR)]
    if (root instanceof Element && root.matches(SELECTOR)) elements.unshift(root as HTMLElement)
    const held = elements.filter((element) => {
      if (tagging.isAuthors(element)) return false
      return element instanceof HTMLScriptElement
        ? holdScript(element, willRun(element))
        : holdElement(element)
    })
    return !!held[0]
  }
}
