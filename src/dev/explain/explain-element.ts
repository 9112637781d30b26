import { pageJournal } from '../../browser/trace.js'
import { isMet, namesIn } from '../../model/condition.js'
import type { Answer } from '../../model/decision.js'
import { gatedAttributes, gatedElements, isWidget } from '../../model/gated-elements.js'
import type { Settings } from '../../model/settings.js'
import { describeElement } from './describe-element.js'
import { explainCondition } from './explain-condition.js'
import type { ExplainName } from './explain-name.js'
import { writeTime } from './write-time.js'

/** What the gate knows of elements. */
export interface GateFacts {
  readonly settings: Pick<Settings, 'trusted' | 'srcdoc' | 'scriptTimeout'>
  /** Nonce that scripts must have; '' where the page works without. */
  readonly nonce: string
  readonly answer: (name: string) => Answer
  readonly isKnown: (name: string) => boolean
  readonly explainName: ExplainName
  /** The document and the shadow roots that are watched. */
  readonly roots: ReadonlySet<Node>
  /** Whether the gate is sure that an element may load: by its condition, or by "show once". */
  readonly isAllowed: (element: HTMLElement) => boolean
  readonly isReleased: (element: HTMLElement) => boolean
  /** A script that was taken out while its file was loading. */
  readonly isCancelled: (element: HTMLElement) => boolean
  readonly isSafeAddress: (element: HTMLElement, name: string, value: string) => boolean
  /** Scripts that the browser itself passes over. */
  readonly isIgnored: (script: HTMLScriptElement) => boolean
  /** A copy of a script that has run. */
  readonly hasExecuted: (script: HTMLElement) => boolean
}

/** Elements that are held although their category is of no use: what is unknown by a slip of the pen. */
const isStrict = ({ localName }: Element) => /^(script|iframe|template)$/.test(localName)

const kinds = ['script', 'template', ...Object.keys(gatedElements).filter((name) => name !== 'script')]

/** Says in a sentence what holds an element or has released it. */
export function createExplainElement(facts: GateFacts): (element: HTMLElement) => string {
  const { settings, nonce, answer, isKnown, explainName, roots } = facts

  const condition = ({ dataset }: HTMLElement) =>
    explainCondition(`${dataset.category}`, dataset.service, { answer, explainName })

  /** Why the gate does not touch an element. */
  function explainLeftAlone(element: HTMLElement): string | undefined {
    const { localName, namespaceURI, dataset } = element
    const isOfKind = kinds.includes(localName) || isWidget(element)
    if (!namespaceURI?.endsWith('/xhtml') && kinds.includes(localName))
      return 'is left alone: askfirst holds HTML elements, and this one is in an SVG picture. Use an HTML element.'
    if (!isOfKind) {
      const of = dataset.category === undefined ? 'it has no data-category, and ' : ''
      return `is left alone: ${of}askfirst holds ${kinds.join(', ')}, and elements with data-placeholder.`
    }
    if (dataset.category === undefined)
      return 'is left alone: it has no data-category. Add one, and write data-src for src (type="text/plain" on a script).'
    const isUnknown = !namesIn(dataset.category, dataset.service).some(isKnown)
    if (isUnknown && !isStrict(element)) return `is left alone: ${condition(element)}.`
    const outside = explainPlace(element)
    if (outside) return outside
    return explainDistrust(element)
  }

  function explainPlace(element: HTMLElement): string | undefined {
    const root = element.getRootNode()
    if (!element.isConnected) return 'is in no document: askfirst looks at it when it is put in.'
    return root instanceof ShadowRoot && !roots.has(root)
      ? 'stands in a shadow root that was not scanned. Call consent.scan(root).'
      : undefined
  }

  function explainDistrust(element: HTMLElement): string | undefined {
    const { trusted } = settings
    if (!trusted) return
    try {
      if (typeof trusted === 'function')
        return trusted(element) ? undefined : 'stays held: the function of option trusted refuses it.'
      return element.closest(trusted)
        ? undefined
        : `stays held: it is in no container that option trusted names ("${trusted}").`
    } catch (cause) {
      return `stays held: option trusted failed (${(cause as Error).message}).`
    }
  }

  /** What happened to a script whose turn has come. */
  function explainRun(script: HTMLScriptElement): string {
    const { state, at = new Date(), detail = '' } = pageJournal().steps.get(script) ?? {}
    const time = writeTime(at)
    const because = condition(script)
    const isOver = !isMet(`${script.dataset.category}`, script.dataset.service, answer)
    const now = isOver
      ? `Since then ${because}: only a reload stops code that has run.`
      : `It was released because ${because}.`
    if (state === 'ran') return `ran at ${time}. ${now}`
    if (state === 'loading') return `is released, and its file has been loading since ${time}. ${now}`
    if (state === 'late')
      return `is released, and its file had not come ${settings.scriptTimeout} ms after ${time}; the queue goes on without it. ${now}`
    if (state === 'failed') return `was released at ${time} and failed: ${detail}.`
    return `was released${state ? ` at ${time}` : ''}. ${now}`
  }

  function explainScript(script: HTMLScriptElement): string | undefined {
    const { state, at = new Date() } = pageJournal().steps.get(script) ?? {}
    if (facts.hasExecuted(script) && state !== 'ran')
      return 'does not run again: it is a copy of a script that has run.'
    if (!/^\s*text\/plain\s*$/i.test(script.type))
      return `has run without asking: its type is ${script.type ? `"${script.type}"` : 'missing'}. Give it type="text/plain".`
    if (!facts.isAllowed(script)) {
      const before =
        state === 'cancelled' ? `was cancelled at ${writeTime(at)}, while its file was loading, and ` : ''
      return `${before}is held: ${condition(script)}.`
    }
    if (nonce && script.nonce !== nonce)
      return `stays held: it ${script.nonce ? 'has another' : 'has no'} nonce than the page. Give it the nonce, or set the option nonce to false.`
    if (facts.isIgnored(script))
      return 'is not run by this browser: nomodule, language or event and for say so.'
    if (state !== 'queued') return `waits for the parser or the next paint: ${condition(script)}.`
    return `waits for its turn since ${writeTime(at)}: scripts before it are loading or the document is not parsed. It may run because ${condition(script)}.`
  }

  function explainTemplate(template: HTMLTemplateElement): string {
    if (!facts.isAllowed(template)) return `is held: ${condition(template)}.`
    const since = pageJournal().steps.get(template)
    if (template.dataset.shown === undefined)
      return `waits for the parser or the next paint: ${condition(template)}.`
    return `shows its content${since ? ` since ${writeTime(since.at)}` : ''}: ${condition(template)}.`
  }

  /** An address that the gate does not set. */
  function explainAddress(element: HTMLElement): string | undefined {
    for (const name of gatedAttributes) {
      const value = element.dataset[name]
      if (value === undefined || element.getAttribute(name) === value) continue
      if (name === 'srcdoc' && !settings.srcdoc)
        return 'is released without its data-srcdoc: the option srcdoc is off. Set srcdoc: true if the markup is your own.'
      if (name !== 'srcdoc' && !facts.isSafeAddress(element, name, value))
        return `is released without its data-${name}: "${value}" is no address that may be set. Use an http address.`
    }
    return
  }

  function explainMedia(element: HTMLElement): string {
    const step = pageJournal().steps.get(element)
    const isHeldAgain = step?.state === 'held'
    const own = ['src', 'href', 'data'].find(
      (name) => element.hasAttribute(name) && element.dataset[name] === undefined,
    )
    if (!facts.isAllowed(element)) {
      if (own)
        return `has loaded without asking: it has ${own}. Write data-${own} instead. Its condition is not met: ${condition(element)}.`
      return `is held${isHeldAgain ? ` again since ${writeTime(step.at)}` : ''}: ${condition(element)}.`
    }
    const refused = explainAddress(element)
    if (refused) return refused
    if (!facts.isReleased(element) && !isWidget(element))
      return `waits for the next paint: ${condition(element)}.`
    const time = step ? ` at ${writeTime(step.at)}` : ''
    return isMet(`${element.dataset.category}`, element.dataset.service, answer)
      ? `was released${time} because ${condition(element)}.`
      : `was released${time} by "show once", although ${condition(element)}.`
  }

  function explain(element: HTMLElement): string | undefined {
    const isScript = element.localName === 'script'
    if (facts.isCancelled(element))
      return `was cancelled while its file was loading, and another node stands in its place: ${condition(element)}.`
    if (isScript && facts.isReleased(element)) return explainRun(element as HTMLScriptElement)
    const alone = explainLeftAlone(element)
    if (alone) return alone
    if (isScript) return explainScript(element as HTMLScriptElement)
    return element.localName === 'template'
      ? explainTemplate(element as HTMLTemplateElement)
      : explainMedia(element)
  }

  return (element) => `${describeElement(element)} ${explain(element)}`
}
