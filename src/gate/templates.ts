import type { GateMemory } from '../core/page.js'

/** Holds any markup in `<template data-category>`, where it is inert by nature. */
export interface Templates {
  /**
   * Puts the content of a template after it, or back into it.
   * @returns the elements that came into the document
   */
  set(template: HTMLTemplateElement, released: boolean): Element[]
}

export function createTemplates({ contents, heirs }: GateMemory): Templates {
  const latest = (node: Node): Node => {
    const heir = heirs.get(node)
    return heir ? latest(heir) : node
  }
  return {
    set(template, released) {
      const shown = contents.get(template)
      if (released === !!shown) return []
      if (shown) {
        contents.delete(template)
        template.content.append(...shown.map(latest))
        return []
      }
      tagScripts(template)
      // The nodes themselves: under Trusted Types the browser would not run copies of scripts.
      const nodes = [...template.content.childNodes]
      contents.set(template, nodes)
      template.after(...nodes)
      return nodes.filter((node) => node instanceof Element)
    },
  }
}

/** Scripts are tagged like the template they come from, so that they take their place in the one queue. */
function tagScripts({ content, dataset: { category, service } }: HTMLTemplateElement): void {
  for (const script of content.querySelectorAll('script')) {
    if (script.dataset.category) continue
    if (script.type) script.dataset.type = script.type
    script.type = 'text/plain'
    script.dataset.category = category
    if (service) script.dataset.service = service
  }
}
