import type { GateMemory } from './memory.js'
import { tagScript } from './scripts/tag-script.js'

/** Holds any markup in `<template data-category>`, where it is inert by nature. */
export interface Templates {
  /**
   * Puts the content of a template after it, or back into it.
   * @returns the elements that came into the document
   */
  set(template: HTMLTemplateElement, released: boolean): Element[]
}

export function createTemplates({ contents, replacements }: GateMemory): Templates {
  const latest = (node: Node): Node => {
    const replacement = replacements.get(node)
    return replacement ? latest(replacement) : node
  }

  /** What came out of a template: of a copy, such as a snapshot an app puts back, only the number is known. */
  function shownBy(template: HTMLTemplateElement): readonly Node[] | undefined {
    const known = contents.get(template)?.map(latest)
    const count = Number(template.dataset.shown)
    // A morph takes away what came out, and the number, and fills the template again.
    if (!count && !known?.some((node) => node.isConnected)) return
    if (known) return known
    const nodes: Node[] = []
    for (let node = template.nextSibling; node && nodes.length < count; node = node.nextSibling)
      nodes.push(node)
    contents.set(template, nodes)
    return nodes
  }

  function cancelScript(template: HTMLTemplateElement, shown: readonly Node[]): void {
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
      cancelScript(template, shown)
      return []
    }
    for (const script of template.content.querySelectorAll('script')) tagScript(script, template.dataset)
    // The nodes themselves: under Trusted Types the browser would not run copies of scripts.
    const nodes = [...template.content.childNodes]
    contents.set(template, nodes)
    template.dataset.shown = `${nodes.length}`
    template.after(...nodes)
    return nodes.filter((node) => node instanceof Element)
  }

  return { set }
}
