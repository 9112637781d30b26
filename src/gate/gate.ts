import { isParsed } from '../browser/is-parsed.js'
import { whenPainted, yieldToBrowser } from '../browser/scheduling.js'
import type { GateMemory } from '../core/page.js'
import { createAdvice } from '../dev/check-markup.js'
import { isMet } from '../model/condition.js'
import type { Answer } from '../model/decision.js'
import { HOLDABLE, isTagged, PLAYER, SELECTOR, WATCHED } from '../model/gated-elements.js'
import type { TrustedPolicy } from '../model/options.js'
import { guardWrites } from './document-write.js'
import { createMedia } from './media.js'
import { hasRun } from './scripts/executed-mark.js'
import { bury } from './scripts/prevent-execution.js'
import { createScripts } from './scripts/scripts.js'
import { createTemplates } from './templates.js'

declare const __DEV__: boolean

export interface GateOptions {
  readonly answer: (name: string) => Answer
  readonly isKnown: (name: string) => boolean
  readonly report: (message: string, cause?: unknown) => void
  readonly timeout: number
  readonly memory: GateMemory
  readonly policy: TrustedPolicy | undefined
  /** A frame or player is held, or not any more; may be told more than once. */
  readonly onHeld: (element: HTMLElement, isHeld: boolean) => void
}

export interface Gate {
  /** Looks for tagged elements under `root`, the root included. */
  scan(root: ParentNode): void
  /** The decision changed: holds at once, releases after the next paint. */
  update(): void
  /** Lets one element load, whatever the decision; `undefined` takes that back from all. */
  allow(element: HTMLElement | undefined): void
  /** Whether an element may load now; a script also has to have been released. */
  isReleased(element: Element): boolean
  /** Whether no released script waits for its turn. */
  isIdle(): boolean
  /** Whether a script has run that would not be allowed now. */
  hasOutrun(): boolean
  /** Holds everything that can be held and looks no more. */
  stop(): void
}

/** Finds tagged elements, now and whenever they come, and holds or releases them. */
export function createGate({ answer, isKnown, report, timeout, memory, policy, onHeld }: GateOptions): Gate {
  const roots = new Set<ParentNode>([document])
  const held = new Set<HTMLElement>()
  let once = new WeakSet<HTMLElement>()
  let isStopped = false
  /** A decision waits for its paint; what comes meanwhile takes its place behind what it releases. */
  let isPending = false

  const isAllowed = (element: HTMLElement) =>
    !isStopped && (once.has(element) || isMet(`${element.dataset.category}`, element.dataset.service, answer))
  const scripts = createScripts({ roots, isAllowed, report, timeout, memory, policy })
  const media = createMedia(report, policy)
  const templates = createTemplates(memory)
  const unguard = guardWrites(memory.released, policy, report, (written) => sweep(written, true))
  const advise = __DEV__ ? createAdvice(isKnown) : undefined

  function sweep(under: Iterable<ParentNode>, mayRelease: boolean, areParsed = false): void {
    const due = new Set<HTMLScriptElement>()
    const todo = [...under]
    const blank: HTMLElement[] = []
    // What comes out of a template joins the sweep: its scripts run before those behind it.
    for (const root of todo) {
      // A script that has not run needs no holding, one that has run cannot be held.
      const selector = mayRelease ? SELECTOR : HOLDABLE
      const elements = [...root.querySelectorAll<HTMLElement>(selector)]
      if (root instanceof HTMLElement && root.matches(selector)) elements.unshift(root)
      for (const element of elements) {
        const isScript = element instanceof HTMLScriptElement
        // An app may put back the node it has kept.
        if (memory.recalled.has(element)) bury(element)
        if (isScript && (memory.released.has(element) || hasRun(element))) continue
        const isTemplate = element instanceof HTMLTemplateElement
        const isHeld = !isScript || /^\s*text\/plain\s*$/i.test(element.type)
        const allowed = isHeld && isAllowed(element)
        if (!allowed) advise?.(element)
        if (!isHeld || (allowed && !mayRelease)) continue
        if (isScript) {
          if (areParsed) scripts.trust(element)
          if (allowed) due.add(element)
        } else if (isTemplate) todo.push(...templates.set(element, allowed))
        else {
          if (allowed) media.set(element, true)
          else blank.unshift(element)
          if (PLAYER.test(element.localName)) tell(element, !allowed && !isStopped)
        }
      }
    }
    // From the last to the first: WebKit loads a picture's own address when its source has gone.
    for (const element of blank) media.set(element, false)
    if (due.size) scripts.add(due)
  }

  function tell(element: HTMLElement, isHeld: boolean): void {
    held[isHeld ? 'add' : 'delete'](element)
    onHeld(element, isHeld)
  }

  /** Elements that came into the document and have not been looked at. */
  const fresh = new Set<Element>()
  let isLooking = false

  function look({ type }: { readonly type?: string } = {}): void {
    isLooking = false
    if (isStopped) return
    const parsed = [...fresh].filter(isParsed)
    for (const element of parsed) fresh.delete(element)
    sweep(
      parsed.filter(({ isConnected }) => isConnected),
      !isPending,
      type === 'DOMContentLoaded' || document.readyState === 'loading',
    )
    for (const element of held) {
      if (!element.isConnected || !element.dataset.category) tell(element, false)
    }
  }

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of records) {
      // What a morph (Turbo, Livewire) takes away comes back; another address is the page's own doing.
      if (attributeName === 'src' && (target as Element).hasAttribute('src')) continue
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (isTagged(node) || held.has(node as HTMLElement)) fresh.add(node as Element)
      }
    }
    if (!fresh.size && !held.size) return
    if (document.readyState !== 'loading') look()
    else if (!isLooking) {
      // Not amid the parser's own steps: Chromium would leave a frame blank for good.
      isLooking = true
      void yieldToBrowser().then(() => look())
    }
  })
  // Capture: before the scripts that waited for the end of the document.
  document.addEventListener('DOMContentLoaded', look, true)
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
      sweep([root], !isPending, root === document && document.readyState !== 'complete')
    },
    update() {
      scripts.recall()
      sweep(roots, false)
      isPending = true
      void whenPainted().then(() => {
        isPending = false
        if (!isStopped) sweep(roots, true)
      })
    },
    allow(element) {
      if (element) once.add(element)
      else once = new WeakSet()
      sweep(element ? [element] : roots, !!element)
    },
    isReleased: (element) =>
      isAllowed(element as HTMLElement) &&
      (!(element instanceof HTMLScriptElement) || memory.released.has(element)),
    isIdle: scripts.isIdle,
    hasOutrun: scripts.hasOutrun,
    stop() {
      isStopped = true
      observer.disconnect()
      document.removeEventListener('DOMContentLoaded', look, true)
      scripts.stop()
      sweep(roots, false)
      unguard()
    },
  }
}
