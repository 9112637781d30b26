import type { Consent } from '../api/consent.js'
import { pageJournal } from '../browser/trace.js'
import { describeElement } from '../dev/explain/describe-element.js'
import { gatedElements, isWidget } from '../model/gated-elements.js'
import type { Row, RowState } from './row.js'

/** The verb of each sentence of `explain`, by the state that it tells. */
const states: readonly (readonly [RegExp, RowState])[] = [
  [
    /has (run|loaded) without asking|failed|without its data-|stays held|not in the (categories|services)/,
    'problem',
  ],
  [/is held/, 'held'],
  [/waits for|has been loading|had not come/, 'waiting'],
  [/left alone|does not run|is not run|is in no document|shadow root that was not/, 'plain'],
]

const stateOf = (sentence: string): RowState =>
  states.find(([pattern]) => pattern.test(sentence))?.[1] ?? 'released'

const isOfKind = (element: HTMLElement) =>
  element.localName === 'template' || Object.hasOwn(gatedElements, element.localName) || isWidget(element)

/** Every tagged element of the document and of its open shadow roots. */
function findTagged(root: ParentNode): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>('[data-category]')].filter(isOfKind)
  for (const { shadowRoot } of root.querySelectorAll('*'))
    if (shadowRoot) found.push(...findTagged(shadowRoot))
  return found
}

export function listElements(consent: Consent): Row[] {
  const { originals } = pageJournal()
  return findTagged(document)
    .filter((element) => !originals.has(element))
    .map((element) => {
      const title = describeElement(element)
      const sentence = consent.explain?.(element) ?? ''
      return { title, state: stateOf(sentence), text: sentence.replace(title, '').trim(), subject: element }
    })
}
