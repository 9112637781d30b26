/** Holds any markup in `<template data-category>`, where it is inert by nature. */
export interface Templates {
  /**
   * Puts the content of a template after it, or takes it out again.
   * @returns the elements that came into the document
   */
  set(template: HTMLTemplateElement, released: boolean): Element[]
}

/** @param contents nodes by template, put back rather than made anew: their scripts have run */
export function createTemplates(contents: WeakMap<Element, readonly Node[]>): Templates {
  const shown = new WeakSet<Element>()
  return {
    set(template, released) {
      if (released === shown.has(template)) return []
      const nodes = contents.get(template) ?? copyContent(template)
      contents.set(template, nodes)
      if (!released) {
        shown.delete(template)
        for (const node of nodes) node.parentNode?.removeChild(node)
        return []
      }
      shown.add(template)
      template.after(...nodes)
      return nodes.filter((node) => node instanceof Element)
    },
  }
}

/** Its scripts are tagged like the template, so that they take their place in the one queue. */
function copyContent({ content, dataset: { category, service } }: HTMLTemplateElement): readonly Node[] {
  const copy = document.importNode(content, true)
  for (const script of copy.querySelectorAll('script')) {
    if (script.dataset.category) continue
    if (script.type) script.dataset.type = script.type
    script.type = 'text/plain'
    script.dataset.category = category
    if (service) script.dataset.service = service
  }
  return [...copy.childNodes]
}
