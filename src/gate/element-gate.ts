import type { MarkupAlias } from '../api/plugin.js'
import { isParsed } from '../browser/is-parsed.js'
import { afterNextPaint, yieldToMain } from '../browser/scheduling.js'
import { createMarkupCheck } from '../dev/check-markup.js'
import { isMet, namesNeeded } from '../model/condition.js'
import type { Answer } from '../model/decision.js'
import type { TrustedPolicy } from '../model/settings.js'
import { createAliases } from './aliases.js'
import { guardDocumentWrite } from './document-write.js'
import { createMedia } from './media.js'
import type { GateMemory } from './memory.js'
import { hasExecuted } from './scripts/executed-mark.js'
import { preventExecution } from './scripts/prevent-execution.js'
import { createScripts } from './scripts/scripts.js'
import { BLOCKABLE, isPlayer, isTagged, SELECTOR, WATCHED } from './tagged-elements.js'
import { createTemplates } from './templates.js'

declare const __DEV__: boolean

export interface GateOptions {
  readonly answer: (name: string) => Answer
  readonly isKnown: (name: string) => boolean
  readonly report: (message: string, cause?: unknown) => void
  readonly timeout: number
  readonly memory: GateMemory
  readonly policy: TrustedPolicy | undefined
  /** A frame or player is held, or not any more; may be told more than allowedOnce. */
  /** Code of a name has run. */
  readonly markUsed: (name: string) => void
  readonly onHeld: (element: HTMLElement, isHeld: boolean) => void
}

export interface RunningGate {
  /** Looks for tagged elements under `root`, the root included. */
  scan(root: ParentNode): void
  /** The decision changed: holds at allowedOnce, releases after the next paint. */
  update(): void
  /** Lets one element load, whatever the decision. */
  allowOnce(element: HTMLElement): void
  revokeAllowedOnce(): void
  /** Whether an element may load now; a script also has to have been released. */
  isReleased(element: Element): boolean
  /** Whether no released script waits for its turn. */
  isIdle(): boolean
  /** Reads tags of another system as askfirst's. */
  alias(alias: MarkupAlias): void
  /** Holds everything that can be held and looks no more. */
  stop(): void
}

/** Finds tagged elements, now and whenever they come, and holds or releases them. */
export function createElementGate({
  answer,
  isKnown,
  report,
  timeout,
  memory,
  policy,
  markUsed,
  onHeld,
}: GateOptions): RunningGate {
  const roots = new Set<ParentNode>([document])
  const held = new Set<HTMLElement>()
  let allowedOnce = new WeakSet<HTMLElement>()
  let isStopped = false
  /** A decision waits for its paint; what comes meanwhile takes its place behind what it releases. */
  let isPending = false

  const isAllowed = (element: HTMLElement) =>
    !isStopped &&
    (allowedOnce.has(element) || isMet(`${element.dataset.category}`, element.dataset.service, answer))
  const markNames = ({ dataset: { category, service } }: HTMLElement) => {
    for (const name of namesNeeded(`${category}`, service)) if (answer(name)) markUsed(name)
  }
  const scripts = createScripts({ roots, isAllowed, report, timeout, memory, policy, markUsed: markNames })
  const media = createMedia(report, policy)
  const templates = createTemplates(memory)
  const aliases = createAliases(report)
  const unguard = guardDocumentWrite(memory.released, policy, report, (written) => reconcile(written, true))
  const checkMarkup = __DEV__ ? createMarkupCheck(isKnown) : undefined

  function reconcile(under: Iterable<ParentNode>, mayRelease: boolean, areParsed = false): void {
    const toRun = new Set<HTMLScriptElement>()
    const todo = [...under]
    const toBlank: HTMLElement[] = []
    // What comes out of a template joins the reconcile: its scripts run before those behind it.
    for (const root of todo) {
      aliases.translate(root)
      // A script that has not run needs no holding, one that has run cannot be held.
      const selector = mayRelease ? SELECTOR : BLOCKABLE
      const elements = [...root.querySelectorAll<HTMLElement>(selector)]
      if (root instanceof HTMLElement && root.matches(selector)) elements.unshift(root)
      for (const element of elements) {
        const isScript = element instanceof HTMLScriptElement
        // An app may put back the node it has kept.
        if (memory.cancelled.has(element)) preventExecution(element)
        if (isScript && (memory.released.has(element) || hasExecuted(element))) continue
        const isTemplate = element instanceof HTMLTemplateElement
        const isHeld = !isScript || /^\s*text\/plain\s*$/i.test(element.type)
        const allowed = isHeld && isAllowed(element)
        if (!allowed) checkMarkup?.(element)
        if (!isHeld || (allowed && !mayRelease)) continue
        if (isScript) {
          if (areParsed) scripts.assumeParserInserted(element)
          if (allowed) toRun.add(element)
        } else if (isTemplate) {
          // Before untagged scripts inside take the category of the template.
          aliases.translate(element.content)
          todo.push(...templates.set(element, allowed))
        } else {
          if (allowed) media.set(element, true)
          else toBlank.unshift(element)
          if (isPlayer(element)) notifyPlaceholder(element, !allowed && !isStopped)
        }
      }
    }
    // From the last to the first: WebKit loads a picture's own address when its source has gone.
    for (const element of toBlank) media.set(element, false)
    if (toRun.size) scripts.add(toRun)
  }

  function notifyPlaceholder(element: HTMLElement, isHeld: boolean): void {
    held[isHeld ? 'add' : 'delete'](element)
    onHeld(element, isHeld)
  }

  /** Elements that came into the document and have not been looked at. */
  const pendingElements = new Set<Element>()
  let isScheduled = false

  function processAdded({ type }: { readonly type?: string } = {}): void {
    isScheduled = false
    if (isStopped) return
    const parsed = [...pendingElements].filter(isParsed)
    for (const element of parsed) pendingElements.delete(element)
    reconcile(
      parsed.filter(({ isConnected }) => isConnected),
      !isPending,
      type === 'DOMContentLoaded' || document.readyState === 'loading',
    )
    for (const element of held) {
      if (!element.isConnected || !element.dataset.category) notifyPlaceholder(element, false)
    }
  }

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of records) {
      // What a morph (Turbo, Livewire) takes away comes back; another address is the page's own doing.
      if (attributeName === 'src' && (target as Element).hasAttribute('src')) continue
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (isTagged(node, aliases.selector) || held.has(node as HTMLElement))
          pendingElements.add(node as Element)
      }
    }
    if (!pendingElements.size && !held.size) return
    if (document.readyState !== 'loading') processAdded()
    else if (!isScheduled) {
      // Not amid the parser's own steps: Chromium would leave a frame toBlank for good.
      isScheduled = true
      void yieldToMain().then(() => processAdded())
    }
  })
  // Capture: before the scripts that waited for the end of the document.
  document.addEventListener('DOMContentLoaded', processAdded, true)
  const watch = (root: Node) =>
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributeFilter: [...WATCHED, ...aliases.attributes],
    })
  watch(document)

  return {
    scan(root) {
      // A shadow root is not under the document for queries and observers; from now on it is watched too.
      if (root instanceof ShadowRoot && !roots.has(root)) {
        roots.add(root)
        watch(root)
      }
      reconcile([root], !isPending, root === document && document.readyState !== 'complete')
    },
    update() {
      scripts.cancelPending()
      reconcile(roots, false)
      isPending = true
      void afterNextPaint().then(() => {
        isPending = false
        if (!isStopped) reconcile(roots, true)
      })
    },
    allowOnce(element) {
      allowedOnce.add(element)
      reconcile([element], true)
    },
    revokeAllowedOnce() {
      allowedOnce = new WeakSet()
      reconcile(roots, false)
    },
    isReleased: (element) =>
      isAllowed(element as HTMLElement) &&
      (!(element instanceof HTMLScriptElement) || memory.released.has(element)),
    isIdle: scripts.isIdle,
    alias(alias) {
      aliases.add(alias)
      // To observe a node again replaces its options.
      for (const root of roots) watch(root)
    },
    stop() {
      isStopped = true
      observer.disconnect()
      document.removeEventListener('DOMContentLoaded', processAdded, true)
      scripts.stop()
      reconcile(roots, false)
      unguard()
    },
  }
}
