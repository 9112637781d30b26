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

  /** What came out of a template: of a copy, such as a snapshot an app puts back, only the number is known. */
  function shownBy(template: HTMLTemplateElement): readonly Node[] | undefined {
    const known = contents.get(template)
    const count = Number(template.dataset.shown)
    if (known || !count) return known?.map(latest)
    const nodes: Node[] = []
    for (let node = template.nextSibling; node && nodes.length < count; node = node.nextSibling)
      nodes.push(node)
    contents.set(template, nodes)
    return nodes
  }

  function takeBack(template: HTMLTemplateElement, shown: readonly Node[]): void {
    template.content.append(...shown)
    // A template inside shows its content beside itself, which is in here now and belongs back too.
    for (const inner of template.content.querySelectorAll('template')) set(inner, false)
    contents.delete(template)
    delete template.dataset.shown
  }

  function set(template: HTMLTemplateElement, released: boolean): Element[] {
    const shown = shownBy(template)
    if (released === !!shown) return []
    if (shown) {
      takeBack(template, shown)
      return []
    }
    tagScripts(template)
    // The nodes themselves: under Trusted Types the browser would not run copies of scripts.
    const nodes = [...template.content.childNodes]
    contents.set(template, nodes)
    template.dataset.shown = `${nodes.length}`
    template.after(...nodes)
    return nodes.filter((node) => node instanceof Element)
  }

  return { set }
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
