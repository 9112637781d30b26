import type { Report } from '../../api/plugin.js'
import { reinsert } from '../../browser/reinsert.js'
import { traceCopy, traceElement } from '../../browser/trace.js'
import type { TrustedPolicy } from '../../model/settings.js'
import { createBatch } from '../batch.js'
import type { GateMemory } from '../memory.js'
import { isSafeAddress } from '../safe-address.js'
import { copyScript, setTrusted } from '../trusted-attributes.js'
import { identityOf, markExecuted, unmarkExecuted } from './executed-mark.js'
import { createInFlight } from './in-flight.js'
import type { Preload } from './preload.js'
import { preventExecution } from './prevent-execution.js'
import { isAsync, isCode, isDeferred, isModule, isOtherRuntime, sourceOf } from './script-type.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

export interface RunScriptOptions {
  readonly memory: GateMemory
  readonly policy: TrustedPolicy | undefined
  readonly report: Report
  /** Milliseconds that a file may take. */
  readonly timeout: number
  /** Code of a script has run: a withdrawal of its names reloads the page. */
  readonly markUsed: (script: HTMLElement) => void
  readonly onRelease: (script: HTMLScriptElement) => void
}

/** Runs single scripts, and cancels them while their file is loading. */
export interface ScriptRunner {
  /**
   * @param isAlive whether the browser runs this very node; otherwise a copy of it runs
   * @returns a promise where the next script has to wait
   */
  run(script: HTMLScriptElement, isAlive: boolean, preload?: Preload): Promise<void> | undefined
  /** Cancels scripts that have not run and are not allowed any more. */
  cancelPending(isAllowed: (script: HTMLScriptElement) => boolean): void
}

export function createScriptRunner(options: RunScriptOptions): ScriptRunner {
  const { memory, policy, report, markUsed, onRelease } = options
  const { released, executed, sources, replacements, cancelled } = memory
  /** Copies by their original: it stays in the page, where a framework will look for it. */
  const originals = new WeakMap<HTMLScriptElement, HTMLScriptElement>()
  /** The `type` that made a script inert. */
  const types = new WeakMap<HTMLScriptElement, string>()
  let isModuleQueueBlocked = false

  const inFlight = createInFlight({
    ...options,
    onRun: countAsRun,
    onTimeout: (script) => {
      traceElement(script, 'late')
      isModuleQueueBlocked ||= isDeferred(script)
    },
    onCancel: cancel,
  })
  // Not before its own listeners and those of the page have run: they may copy the tag as it ran.
  const rest = createBatch<HTMLScriptElement>((scripts) => {
    for (const script of scripts)
      if (released.has(script) && !cancelled.has(script))
        markExecuted(script, types.get(script) ?? script.type)
  })

  function countAsRun(script: HTMLScriptElement): void {
    traceElement(script, 'ran')
    executed.add(script)
    sources.set(identityOf(script), location.href)
    markUsed(script)
  }

  function cancel(script: HTMLScriptElement): void {
    const original = originals.get(script)
    // Whether an inline module has run is unknown: it does not get a second time.
    const mayReturn = !executed.has(script)
    if (original) {
      if (mayReturn) released.delete(original)
      traceElement(original, 'cancelled')
    } else {
      const replacement = script.cloneNode(true) as HTMLScriptElement
      replacement.type = types.get(script) ?? 'text/plain'
      unmarkExecuted(replacement)
      if (!mayReturn) released.add(replacement)
      script.replaceWith(replacement)
      replacements.set(script, replacement)
      traceElement(replacement, 'cancelled')
    }
    cancelled.add(script)
    preventExecution(script)
  }

  /** Lets the browser run a script when it is inserted. @throws where an address or the page's policy forbids it */
  function makeRunnable(script: HTMLScriptElement): void {
    const { type } = script.dataset
    const source = sourceOf(script)
    if (source && !script.src) {
      if (!isSafeAddress(script, 'src', source)) throw new Error('Use an http address.')
      setTrusted(script, 'src', source, policy)
    }
    unmarkExecuted(script)
    // Empty, not away: attributes keep their order, and routers compare the markup.
    script.type = type ?? ''
    // The browser's own queue: inline modules fire no event when they have run. It is
    // left alone after a timeout, because a module that never answers blocks it for ever.
    if (isDeferred(script) && !isAsync(script) && !isModuleQueueBlocked) script.async = false
  }

  /** @returns a promise where the next script has to wait */
  function follow(script: HTMLScriptElement, preload: Preload | undefined): Promise<void> | undefined {
    if (isOtherRuntime(script)) markUsed(script)
    if (!isCode(script)) return
    if (sourceOf(script)) {
      traceElement(script, 'loading')
      const { since = performance.now(), isThere } = preload ?? {}
      return inFlight.wait(script, { since, isThere: !!isThere?.() })
    }
    countAsRun(script)
    // There is no error event for inline code that the page's policy forbids.
    script.addEventListener('securitypolicyviolation', (cause) =>
      report('an inline script was blocked', cause),
    )
    if (!isModule(script)) return
    inFlight.trackInlineModule(script)
    // Firefox keeps no order for inline modules; without imports they have run by then.
    if (!isAsync(script)) return new Promise((resolve) => setTimeout(setTimeout, 0, resolve))
  }

  return {
    cancelPending: inFlight.cancelPending,
    run(original, isAlive, preload) {
      const script = isAlive ? original : document.createElement('script')
      traceCopy(script, original)
      let settled: Promise<void> | undefined
      const start = () => {
        makeRunnable(script)
        settled = follow(script, preload)
      }
      traceElement(original, 'released')
      released.add(original).add(script)
      types.set(original, original.type).set(script, original.type)
      try {
        if (isAlive) reinsert(script, start)
        else {
          originals.set(script, original)
          copyScript(original, script, policy)
          start()
          original.after(script)
        }
        // Inert while its file loads: a router that copies the scripts of a page would run this one again.
        if (isCode(script) && (settled || !isAlive)) markExecuted(script, 'text/plain')
        onRelease(original)
      } catch (cause) {
        traceElement(original, 'failed', __DEV__ ? `${(cause as Error).message}` : '')
        report(`<script data-category="${original.dataset.category}"> could not be released`, cause)
      }
      const end = () => {
        preload?.remove()
        if (!isCode(script)) return
        rest(original)
        // A data block has to stay where others look for it.
        if (!isAlive) script.remove()
      }
      if (settled) return settled.then(end)
      end()
    },
  }
}
