import type { Answer } from '../core/decision.js'
import type { GateMemory } from '../core/page.js'
import { createAdvice } from './advise.js'
import { isMet } from './condition.js'
import { createMedia } from './media.js'
import { whenPainted } from './pace.js'
import { createScripts } from './scripts.js'
import { createTemplates } from './templates.js'
import { guardWrites } from './write-guard.js'

declare const __DEV__: boolean

export interface GateOptions {
  readonly answer: (name: string) => Answer
  readonly isKnown: (name: string) => boolean
  readonly report: (message: string, cause?: unknown) => void
  readonly timeout: number
  readonly memory: GateMemory
}

export interface Gate {
  /** Looks for tagged elements under `root`, the root included. */
  scan(root: ParentNode): void
  /** The decision changed: holds at once, releases after the next paint. */
  update(): void
  /** Whether a script has run that would not be allowed now. */
  hasOutrun(): boolean
  /** Holds everything that can be held and looks no more. */
  stop(): void
}

// No other element is touched: shops put `data-category="shoes"` on product cards.
const SELECTOR = 'script,template,iframe,img,video,audio,source,track,embed,object,link'.replace(
  /\w+/g,
  '$&[data-category]',
)

const WATCHED = 'type,data-category,data-service,data-src,data-srcset,data-poster,data-href,data-data'.split(',')

/** Finds tagged elements, now and whenever they come, and holds or releases them. */
export function createGate({ answer, isKnown, report, timeout, memory }: GateOptions): Gate {
  const roots = new Set<ParentNode>([document])
  let isStopped = false

  const isAllowed = ({ dataset: { category = '', service } }: HTMLElement) =>
    !isStopped && isMet(category, service, answer)
  const scripts = createScripts({ isAllowed, report, timeout, memory })
  const media = createMedia(report)
  const templates = createTemplates(memory.contents)
  const unguard = guardWrites((script) => memory.released.has(script), report)
  const advise = __DEV__ ? createAdvice(isKnown) : undefined

  function sweep(under: Iterable<ParentNode>, mayRelease: boolean): void {
    const due = new Set<HTMLScriptElement>()
    const todo = [...under]
    // What comes out of a template joins the sweep: its scripts run before those behind it.
    for (const root of todo) {
      const elements = [...root.querySelectorAll<HTMLElement>(SELECTOR)]
      if (root instanceof HTMLElement && root.matches(SELECTOR)) elements.unshift(root)
      for (const element of elements) {
        const isScript = element instanceof HTMLScriptElement
        if (isScript && memory.released.has(element)) continue
        const isHeld = !isScript || element.type === 'text/plain'
        const allowed = isHeld && isAllowed(element)
        if (!allowed) advise?.(element)
        if (!isHeld || (allowed && !mayRelease)) continue
        if (isScript) {
          scripts.see(element)
          if (allowed) due.add(element)
        } else if (element instanceof HTMLTemplateElement) todo.push(...templates.set(element, allowed))
        else media.set(element, allowed)
      }
    }
    if (due.size) scripts.add(due)
  }

  const observer = new MutationObserver((records) =>
    sweep(
      records
        .flatMap(({ type, target, addedNodes }) => (type === 'attributes' ? target : [...addedNodes]))
        .filter((node) => node instanceof Element && node.isConnected) as Element[],
      true,
    ),
  )
  const watch = (root: Node) =>
    observer.observe(root, { childList: true, subtree: true, attributeFilter: WATCHED })
  watch(document)

  return {
    scan(root) {
      // A shadow root is not under the document for queries and observers; from now on it is watched too.
      if (root instanceof ShadowRoot && !roots.has(root)) {
        roots.add(root)
        watch(root)
      }
      sweep([root], true)
    },
    update() {
      scripts.recall()
      sweep(roots, false)
      void whenPainted().then(() => sweep(roots, true))
    },
    hasOutrun: scripts.hasOutrun,
    stop() {
      isStopped = true
      observer.disconnect()
      scripts.stop()
      sweep(roots, false)
      unguard()
    },
  }
}
