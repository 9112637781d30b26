import { dropShadowRoots } from './drop-shadow-roots.js'
import type { GateMemory } from './memory.js'
import { tagScript } from './scripts/tag-script.js'
import { createWeakList } from './weak-list.js'

/** Holds any markup in `<template data-category>`, where it is inert by nature. */
export interface Templates {
  /** Puts the content of a template after it. @returns the elements that came into the document */
  release(template: HTMLTemplateElement): Element[]
  /** Puts the content of a template back into it. */
  hold(template: HTMLTemplateElement): void
  /** Templates whose content is outside, also those that are in no document. */
  all(): HTMLTemplateElement[]
}

/** @param nonce that the page works with; '' where it works without */
export function createTemplates({ contents, replacements, token }: GateMemory, nonce: string): Templates {
  const templates = createWeakList<HTMLTemplateElement>()

  const latest = (node: Node): Node => {
    const replacement = replacements.get(node)
    return replacement ? latest(replacement) : node
  }

  const known = (template: HTMLTemplateElement): readonly Node[] => (contents.get(template) ?? []).map(latest)

  /** The content outside: of a copy, such as a snapshot an app puts back, only the number is known. */
  function shownBy(template: HTMLTemplateElement): readonly Node[] | undefined {
    const last = known(template)
    // A number without the token comes from content of others, and would swallow nodes of the page.
    const [count, proof] = `${template.dataset.shown}`.split('.')
    const isMarked = proof === token
    // A morph takes away the content and the number, and fills the template again.
    if (!isMarked && !last.some((node) => node.isConnected)) return
    if (last[0]) return last
    const nodes: Node[] = []
    for (let node = template.nextSibling; node && nodes.length < Number(count); node = node.nextSibling)
      nodes.push(node)
    contents.set(template, nodes)
    return nodes
  }

  function hold(template: HTMLTemplateElement): void {
    const shown = shownBy(template)
    if (!shown) return
    template.content.append(...shown)
    // A template inside shows its content beside itself, which is in here now and belongs back too.
    for (const inner of template.content.querySelectorAll('template')) hold(inner)
    contents.delete(template)
    delete template.dataset.shown
  }

  return {
    hold,
    release(template) {
      if (shownBy(template)) return []
      const { content } = template
      // Alpine's morph takes the content away and leaves the template empty.
      if (!content.firstChild) content.append(...known(template))
      if (nonce && template.nonce !== nonce) dropShadowRoots(content)
      for (const script of content.querySelectorAll('script')) tagScript(script, template.dataset)
      // The nodes themselves: under Trusted Types the browser would not run copies of scripts.
      const nodes = [...content.childNodes]
      contents.set(template, nodes)
      template.dataset.shown = `${nodes.length}.${token}`
      templates.add(template)
      template.after(...nodes)
      return nodes.filter((node) => node.nodeType === 1) as unknown as Element[]
    },
    all: () => templates.filter((template) => contents.has(template)),
  }
}
