import { addressOf } from './describe-element.js'
import { createExplainElement, type GateFacts } from './explain-element.js'
import { resolveAddress } from './resolve-address.js'

/** What the gate says of an element, or of the tags that have an address. */
export function createExplainTagged(facts: GateFacts): (subject: Element | URL) => string | undefined {
  const explain = createExplainElement(facts)

  function tagsOf({ href }: URL): HTMLElement[] {
    const all = [...facts.roots].flatMap((root) => [
      ...(root as ParentNode).querySelectorAll<HTMLElement>('[data-category]'),
    ])
    return all.filter((element) => resolveAddress(addressOf(element))?.href === href)
  }

  return (subject) => {
    if (!(subject instanceof URL)) return explain(subject as HTMLElement)
    const tags = tagsOf(subject)
    return tags[0] && [...new Set(tags.map(explain))].join(' ')
  }
}
