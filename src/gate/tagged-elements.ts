import { readNative } from '../browser/read-native.js'
import { gatedAttributes, gatedElements, isWidget } from '../model/gated-elements.js'

const TAGGED = '[data-category]'
const XHTML = 'http://www.w3.org/1999/xhtml'

/**
 * Every element under `root` that `selector` matches, `root` first. The attribute alone: with one selector for each
 * kind of element Chromium takes some 40 ms for 50,000 nodes instead of 0.01.
 */
export function findAll(root: ParentNode, selector = TAGGED): HTMLElement[] {
  const found = [...readNative(root, 'querySelectorAll').call(root, selector)] as HTMLElement[]
  if (isMatch(root, selector)) found.unshift(root as HTMLElement)
  return found
}

const isMatch = (node: Node, selector: string) =>
  node.nodeType === 1 && readNative(node as Element, 'matches').call(node, selector)

/**
 * Whether a node is tagged or holds an element that is. Not by `instanceof`: a page may have an `Element` of its
 * own, and nodes come from other frames.
 * @param aliases selectors of other systems' tags, each after a comma
 */
export const isTagged = (node: Node, aliases = ''): boolean =>
  node.nodeType === 1 &&
  (isMatch(node, TAGGED + aliases) ||
    !!readNative(node as Element, 'querySelector').call(node, TAGGED + aliases))

/** Whether the gate may touch an element: shops put `data-category="shoes"` on product cards. */
export const isGated = (element: HTMLElement): boolean =>
  element.namespaceURI === XHTML &&
  (isTemplate(element) || Object.hasOwn(gatedElements, element.localName) || isWidget(element))

export const isScript = (element: Element): element is HTMLScriptElement => element.localName === 'script'

export const isTemplate = (element: Element): element is HTMLTemplateElement =>
  element.localName === 'template'

/** Whether a placeholder stands in its place. */
export const isPlayer = (element: HTMLElement): boolean =>
  isWidget(element) || !!gatedElements[element.localName]?.isPlayer

/** Attributes whose change makes the gate look at an element again. A morph takes away what the gate has set. */
export const WATCHED = [
  'type',
  'data-category',
  'data-service',
  'data-shown',
  'data-released',
  'data-placeholder',
  ...gatedAttributes.map((name) => `data-${name}`),
]
