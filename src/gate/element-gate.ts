import type { MarkupAlias, PluginContext } from '../api/plugin.js'
import { afterNextPaint } from '../browser/scheduling.js'
import { traceElement } from '../browser/trace.js'
import { createMarkupCheck } from '../dev/check-markup.js'
import { createExplainTagged } from '../dev/explain/explain-tagged.js'
import { isDeclared } from '../model/names.js'
import { createAliases } from './aliases.js'
import { createBatch } from './batch.js'
import { guardDocumentWrite } from './document-write.js'
import { createMedia } from './media.js'
import { gateMemory } from './memory.js'
import { createPermission } from './permission.js'
import { createReconcile } from './reconcile.js'
import { isSafeAddress } from './safe-address.js'
import { hasExecuted, identityOf } from './scripts/executed-mark.js'
import { isIgnoredByBrowser, isOtherRuntime } from './scripts/script-type.js'
import { createScripts } from './scripts/scripts.js'
import { isScript } from './tagged-elements.js'
import { createTemplates } from './templates.js'
import { createWatch } from './watch.js'

declare const __DEV__: boolean

export interface GateOptions
  extends Pick<
    PluginContext,
    'options' | 'answer' | 'report' | 'markUsed' | 'showPlaceholder' | 'emitRelease' | 'explainName'
  > {
  /** Nonce that scripts must have; '' where the page works without. */
  readonly nonce: string
}

export interface RunningGate {
  /** Looks for tagged elements under `root`, the root included. */
  scan(root: ParentNode): void
  /** The decision changed: holds at once, releases after the next paint. */
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
  /** Development builds alone: what holds or has released an element, or the elements of an address. */
  explain?(subject: Element | URL): string | undefined
}

/** Finds tagged elements, now and whenever they come, and holds or releases them. */
export function createElementGate(context: GateOptions): RunningGate {
  const { options, answer, report, markUsed, showPlaceholder, emitRelease, nonce } = context
  const { trusted, trustedTypesPolicy: policy } = options
  const isKnown = (name: string) => isDeclared(options, name)
  const memory = gateMemory()
  const roots = new Set<ParentNode>([document])
  const held = new Set<Node>()
  let isStopped = false
  /** A decision waits for its paint; elements that come meanwhile take their place behind those it releases. */
  let isPending = false

  const onRelease = createBatch<HTMLElement>((elements) => {
    emitRelease(elements)
    if (__DEV__) for (const it of elements) if (!isScript(it)) traceElement(it, 'released')
    // Partytown looks for its scripts when it is told to.
    if (elements.some((it) => isScript(it) && isOtherRuntime(it))) dispatchEvent(new CustomEvent('ptupdate'))
  })
  const onHeld = (element: HTMLElement, isHeld: boolean) => {
    held[isHeld && !isStopped ? 'add' : 'delete'](element)
    showPlaceholder(element, held.has(element))
  }
  const permission = createPermission({ answer, isKnown, report, trusted, nonce })
  const aliases = createAliases(report)
  const media = createMedia({ report, policy, srcdoc: !!options.srcdoc })
  const templates = createTemplates(memory, nonce)
  const scripts = createScripts({
    roots,
    isAllowed: permission.isAllowed,
    report,
    // Timers take no more than 24 days: a longer one would end at once.
    timeout: Math.min(options.scriptTimeout, 2e9),
    memory,
    policy,
    markUsed: (script) => {
      // A script that withdraws its own consent while it runs was granted at its start.
      const names = permission.grantedNames(script)
      ;(names[0] ? names : permission.neededNames(script)).forEach(markUsed)
    },
    onRelease,
  })
  const checkMarkup = __DEV__ ? createMarkupCheck(isKnown) : undefined
  const reconcile = createReconcile({
    aliases,
    media,
    memory,
    permission,
    scripts,
    templates,
    onHeld,
    onRelease,
    onUnparsed: (element) => watch.postpone(element),
    check: checkMarkup && ((element) => permission.isAllowed(element) || checkMarkup(element)),
  })
  const unguard = guardDocumentWrite({
    released: memory.released,
    policy,
    report,
    onWritten: (scripts) => reconcile(scripts, { mayRelease: true }),
  })
  const watch = createWatch({
    roots,
    aliases,
    isHeld: (node) => held.has(node),
    // A cancelled script that an app puts back has to be cancelled again.
    isDone: (node) => memory.released.has(node as Element) && !memory.cancelled.has(node as Element),
    // A script in the place of its equal, as routers and morphs put it, has run with it.
    onReplace(old, fresh) {
      const isEqual = isScript(old) && isScript(fresh) && identityOf(old) === identityOf(fresh)
      const hasRun = memory.released.has(old) && !memory.cancelled.has(old)
      if (isEqual && hasRun) memory.released.add(fresh)
    },
    look(under, areParsed) {
      if (isStopped) return
      if (under[0]) reconcile(under, { mayRelease: !isPending, areParsed })
      for (const node of held) {
        const element = node as HTMLElement
        if (!element.isConnected || !element.dataset.category) onHeld(element, false)
      }
    },
  })
  watch.observe(document)

  /** Holds what is not allowed any more, also what an app has taken out and may put back. */
  function holdAll(): void {
    reconcile(roots, { mayRelease: false })
    const isLost = (it: HTMLElement) => !it.isConnected && it.dataset.category && !permission.isAllowed(it)
    media.all().filter(isLost).forEach(media.hold)
    templates.all().filter(isLost).forEach(templates.hold)
  }

  const gate: RunningGate = {
    scan(root) {
      // A shadow root is not under the document for queries and observers; from now on it is watched too.
      if (root instanceof ShadowRoot && !roots.has(root)) {
        roots.add(root)
        watch.observe(root)
      }
      const areParsed = root === document && document.readyState !== 'complete'
      reconcile([root], { mayRelease: !isPending, areParsed })
    },
    update() {
      scripts.cancelPending()
      holdAll()
      isPending = true
      void afterNextPaint().then(() => {
        isPending = false
        if (!isStopped) reconcile(roots, { mayRelease: true })
      })
    },
    allowOnce(element) {
      permission.allowOnce(element)
      reconcile([element], { mayRelease: true })
    },
    revokeAllowedOnce() {
      permission.revokeAllowedOnce()
      holdAll()
    },
    isReleased: (element) =>
      permission.isAllowed(element as HTMLElement) && (!isScript(element) || memory.released.has(element)),
    isIdle: scripts.isIdle,
    alias(alias) {
      aliases.add(alias)
      // To observe a node again replaces its options.
      for (const root of roots) watch.observe(root as Node)
    },
    stop() {
      isStopped = true
      permission.end()
      watch.stop()
      scripts.stop()
      holdAll()
      unguard()
    },
  }
  if (__DEV__) {
    gate.explain = createExplainTagged({
      settings: options,
      nonce,
      answer,
      isKnown,
      explainName: context.explainName ?? ((name) => `"${name}"`),
      roots,
      isAllowed: permission.isAllowed,
      isReleased: (element) =>
        isScript(element) || element.localName === 'template'
          ? memory.released.has(element)
          : media.isReleased(element),
      isCancelled: (element) => memory.cancelled.has(element),
      isSafeAddress,
      isIgnored: isIgnoredByBrowser,
      hasExecuted,
    })
  }
  return gate
}
