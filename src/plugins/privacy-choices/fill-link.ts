import { drawIcon } from './draw-icon.js'

interface Title {
  readonly words: string
  /** Language of the words; `undefined`: that of the page. */
  readonly tag: string | undefined
}

/**
 * Puts title and icon into a link and has it open the preferences. Text and pictures of the site's own stay. A
 * copy that a router kept of a filled link is left as it is.
 * @returns takes away what was put in
 */
export function fillLink(link: HTMLElement, { words, tag }: Title): () => void {
  const added: Element[] = []
  if (!link.textContent?.trim()) {
    const title = document.createElement('span')
    title.textContent = words
    if (tag) title.lang = tag
    added.push(title)
  }
  if (!link.querySelector('svg, img')) added.push(drawIcon())
  link.append(...added)
  const isWired = !link.dataset.consentAction
  if (isWired) link.dataset.consentAction = 'preferences'
  return () => {
    for (const one of added) one.remove()
    if (isWired) delete link.dataset.consentAction
  }
}
