import { isParsed } from '../browser/is-parsed.js'
import { traceElement } from '../browser/trace.js'
import { isWidget } from '../model/gated-elements.js'
import type { Aliases } from './aliases.js'
import type { Media } from './media.js'
import type { GateMemory } from './memory.js'
import type { Permission } from './permission.js'
import { hasExecuted } from './scripts/executed-mark.js'
import { preventExecution } from './scripts/prevent-execution.js'
import type { Scripts } from './scripts/scripts.js'
import { findAll, isGated, isPlayer, isScript, isTemplate } from './tagged-elements.js'
import type { Templates } from './templates.js'

export interface ReconcileOptions {
  readonly aliases: Aliases
  readonly media: Media
  readonly memory: GateMemory
  readonly permission: Permission
  readonly scripts: Scripts
  readonly templates: Templates
  /** A frame or player is held, or not any more. */
  readonly onHeld: (element: HTMLElement, isHeld: boolean) => void
  readonly onRelease: (element: HTMLElement) => void
  /** The parser is not done with an element: it is to be looked at again. */
  readonly onUnparsed: (element: HTMLElement) => void
  /** Development builds: speaks about tags that do not do what was meant. */
  readonly check?: ((element: HTMLElement) => void) | undefined
}

export interface ReconcileMode {
  /** `false` holds what is not allowed, and releases nothing. */
  readonly mayRelease: boolean
  /** The parser has most likely inserted the scripts. */
  readonly areParsed?: boolean
}

/** Brings every tagged element under some roots, roots included, into the state that the decision asks for. */
export type Reconcile = (roots: Iterable<ParentNode>, mode: ReconcileMode) => void

export function createReconcile(options: ReconcileOptions): Reconcile {
  const { aliases, media, memory, permission, scripts, templates } = options
  const { onHeld, onRelease, onUnparsed, check } = options

  function isRunnable(script: HTMLScriptElement, { areParsed }: ReconcileMode): boolean {
    if (memory.released.has(script) || !/^\s*text\/plain\s*$/i.test(script.type)) return false
    if (areParsed && !hasExecuted(script)) scripts.assumeParserInserted(script)
    return permission.isAllowed(script) && permission.hasNonce(script)
  }

  /** @returns the elements that came into the document */
  function visitTemplate(template: HTMLTemplateElement, { mayRelease }: ReconcileMode): Element[] {
    const isAllowed = permission.isAllowed(template)
    if (!isAllowed) templates.hold(template)
    if (!isAllowed || !mayRelease) return []
    // Before scripts inside that have no tag take the category of the template.
    aliases.translate(template.content)
    const shown = templates.release(template)
    if (shown[0]) onRelease(template)
    return shown
  }

  function releaseMedia(element: HTMLElement): void {
    if (!isWidget(element) && media.release(element)) onRelease(element)
    if (isPlayer(element)) onHeld(element, false)
  }

  return (roots, mode) => {
    const toRun = new Set<HTMLScriptElement>()
    const toHold: HTMLElement[] = []
    const todo = [...roots]
    const isParsing = document.readyState === 'loading'
    // Content of a template joins: its scripts run before those behind it.
    for (const root of todo) {
      aliases.translate(root)
      for (const element of findAll(root)) {
        check?.(element)
        if (!isGated(element)) continue
        // An app may put back the node it has kept.
        if (memory.cancelled.has(element)) preventExecution(element)
        const isMedia = !isScript(element) && !isTemplate(element)
        // Content of others may carry the mark of released elements: that holds, and never releases.
        const isOurs = permission.isOurs(element)
        if (!isOurs && !(isMedia && media.isReleased(element))) continue
        if (!isMedia && isParsing && !isParsed(element)) onUnparsed(element)
        else if (isScript(element)) {
          // A script that has not run needs no holding, a script that has run cannot be held.
          if (mode.mayRelease && isRunnable(element, mode)) toRun.add(element)
        } else if (isTemplate(element)) todo.push(...visitTemplate(element, mode))
        else if (!isOurs || !permission.isAllowed(element)) toHold.unshift(element)
        else if (mode.mayRelease) releaseMedia(element)
      }
    }
    // From the last to the first: WebKit loads a picture's own address when its source has gone.
    for (const element of toHold) {
      traceElement(element, 'held')
      if (!isWidget(element)) media.hold(element)
      if (isPlayer(element)) onHeld(element, permission.isOurs(element))
    }
    if (toRun.size) scripts.add(toRun)
  }
}
