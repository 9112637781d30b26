import { warn } from '../browser/warn.js'
import { namesIn } from '../model/condition.js'
import { gatedElements } from '../model/gated-elements.js'
import type { RuleName } from './rules/rules.js'

/** The rule of the audit that a tag breaks which asks for an address at once. */
const rule: RuleName = 'request-before-consent'

/**
 * Tells the author, in development builds, which tag does not do what they meant.
 * @returns takes a tagged element that is not allowed and speaks once about each
 */
export function createMarkupCheck(isKnown: (name: string) => boolean): (element: HTMLElement) => void {
  const told = new WeakSet<Element>()

  function problemOf(element: HTMLElement): string | undefined {
    const { localName, dataset } = element
    const unknown = namesIn(`${dataset.category}`, dataset.service).find((name) => !isKnown(name))
    if (unknown) {
      const isHeld = /^(script|iframe|template)$/.test(localName)
      return `${isHeld ? 'stays held' : 'is left alone'}: "${unknown}" is not in the categories option.`
    }
    if (localName === 'script') {
      const { type, src } = element as HTMLScriptElement
      const isRunnable = !type || /module|(java|ecma)script/.test(type)
      return isRunnable
        ? `has run without asking${src ? ` (rule ${rule})` : ''}. Give it type="text/plain".`
        : undefined
    }
    if (localName === 'template') {
      // Its parser reads ahead, into templates of the page's own HTML too. Frames it leaves alone.
      const { content } = element as HTMLTemplateElement
      return content.querySelector('img[src], script[src], link[href]')
        ? `holds addresses that Firefox fetches without asking (rule ${rule}). Write data-src or data-href.`
        : undefined
    }
    const isLoaded = ['src', 'href', 'data'].some((name) => element.hasAttribute(name) && !dataset[name])
    return isLoaded
      ? `has loaded without asking (rule ${rule}). Write data-src, data-href or data-data instead.`
      : undefined
  }

  return (element) => {
    const { localName } = element
    const isSvg = element.namespaceURI?.endsWith('/svg')
    if (told.has(element) || !(localName === 'template' || localName in gatedElements)) return
    told.add(element)
    const problem = isSvg
      ? localName === 'script' &&
        'in an SVG picture cannot be held; Chromium fetches its href. Use an HTML script.'
      : problemOf(element)
    if (problem)
      warn(
        `check of the markup: <${localName} data-category="${element.dataset.category}"> ${problem}`,
        element,
      )
  }
}
