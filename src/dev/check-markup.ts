import { warn } from '../browser/warn.js'
import { namesIn } from '../model/condition.js'

/**
 * Tells the author, in development builds, which tag does not do what they meant.
 * @returns takes a held or runnable element and speaks once about each
 */
export function createMarkupCheck(isKnown: (name: string) => boolean): (element: HTMLElement) => void {
  const told = new WeakSet<Element>()
  return (element) => {
    const { localName, dataset } = element
    const tag = `<${localName} data-category="${dataset.category}">`
    const unknown = namesIn(`${dataset.category}`, dataset.service).find((name) => !isKnown(name))
    const isLoaded = ['src', 'href', 'data'].some((name) => element.hasAttribute(name) && !dataset[name])
    if (told.has(element)) return
    told.add(element)
    if (unknown) {
      warn(`${tag} stays held: "${unknown}" is not in the categories option.`, element)
    } else if (localName === 'script') {
      const { type } = element as HTMLScriptElement
      if (!type || /module|(java|ecma)script/.test(type)) {
        warn(`${tag} has run without asking. Give it type="text/plain".`, element)
      }
    } else if (element instanceof HTMLTemplateElement) {
      // Its parser reads ahead, into templates of the page's own HTML too. Frames it leaves alone.
      if (element.content.querySelector('img[src], script[src], link[href]')) {
        warn(
          `${tag} holds addresses that Firefox fetches without asking. Write data-src or data-href.`,
          element,
        )
      }
    } else if (isLoaded) {
      warn(`${tag} has loaded without asking. Write data-src, data-href or data-data instead.`, element)
    }
  }
}
