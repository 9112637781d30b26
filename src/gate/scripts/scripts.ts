import { reinsert } from '../../browser/reinsert.js'
import type { TrustedPolicy } from '../../model/settings.js'
import type { GateMemory } from '../memory.js'
import { copyScript, setTrusted } from '../trusted-attributes.js'
import { createAlreadyStarted } from './already-started.js'
import { markExecuted, unmarkExecuted } from './executed-mark.js'
import { createInFlight } from './in-flight.js'
import { type Preload, preload } from './preload.js'
import { preventExecution } from './prevent-execution.js'
import { createQueue } from './queue.js'
import { isAsync, isCode, isDeferred, isIgnoredByBrowser, isModule, sourceOf } from './script-type.js'

export interface ScriptsOptions {
  /** The document and the shadow roots that are watched. */
  readonly roots: Iterable<ParentNode>
  readonly isAllowed: (script: HTMLElement) => boolean
  readonly report: (message: string, cause?: unknown) => void
  readonly timeout: number
  readonly memory: GateMemory
  readonly policy: TrustedPolicy | undefined
  /** Code of a script has run: a withdrawal of its names reloads the page. */
  readonly markUsed: (script: HTMLElement) => void
}

export interface Scripts {
  /** A script that the parser has most likely made itself. */
  assumeParserInserted(script: HTMLScriptElement): void
  /** Releases scripts: at once those with `async`, the others in document order. */
  add(scripts: Iterable<HTMLScriptElement>): void
  /** Stops what is on its way and not allowed any more. */
  cancelPending(): void
  /** Whether no script waits for its turn. */
  isIdle(): boolean
  stop(): void
}

/**
 * Runs held scripts as the browser would have run them: classic ones in
 * document order, each waiting for those before it; then, once the document is
 * parsed, `defer` and modules in document order; `async` ones whenever they
 * come. The files of all are fetched in parallel.
 */
export function createScripts({
  roots,
  isAllowed,
  report,
  timeout,
  memory,
  policy,
  markUsed,
}: ScriptsOptions): Scripts {
  const classic = createQueue(
    release,
    () => true,
    () => void deferred.drain(),
    documentOrder,
  )
  const deferred = createQueue(
    release,
    () => classic.isIdle() && document.readyState !== 'loading',
    () => {},
    documentOrder,
  )
  const inFlight = createInFlight(
    timeout,
    report,
    hasStarted,
    (script) => {
      isModuleQueueBlocked ||= isDeferred(script)
    },
    cancelScript,
  )
  const preloads = new Map<HTMLScriptElement, Preload>()
  const alreadyStarted = createAlreadyStarted()
  const { released, executed, replacements, cancelled } = memory
  /** Copies, by what they stand for: that stays in the page, where a framework will look for it. */
  const originals = new WeakMap<HTMLScriptElement, HTMLScriptElement>()
  let isModuleQueueBlocked = false

  function documentOrder(): ReadonlyMap<Element, number> {
    const all = [...roots].flatMap((root) => [...root.querySelectorAll('script[data-category]')])
    return new Map(all.map((script, place) => [script, place]))
  }

  function release(
    script: HTMLScriptElement,
    behind: readonly HTMLScriptElement[] = [],
  ): Promise<void> | undefined {
    const alive = alreadyStarted.canExecute(script, behind)
    return typeof alive === 'boolean' ? run(script, alive) : alive.then((it) => run(script, it))
  }

  /** Its code has run, or runs now. */
  function hasStarted(script: HTMLScriptElement): void {
    executed.add(script)
    markUsed(script)
  }

  function cancelScript(script: HTMLScriptElement): void {
    const original = originals.get(script)
    // Whether an inline module has run nobody knows: it does not get a second time.
    const mayReturn = !executed.has(script)
    if (original) {
      if (mayReturn) released.delete(original)
      if (mayReturn) unmarkExecuted(original)
    } else {
      const replacement = script.cloneNode(true) as HTMLScriptElement
      if (mayReturn) unmarkExecuted(replacement)
      script.replaceWith(replacement)
      replacements.set(script, replacement)
    }
    cancelled.add(script)
    preventExecution(script)
  }

  function run(original: HTMLScriptElement, alive: boolean): Promise<void> | undefined {
    const early = preloads.get(original)
    preloads.delete(original)
    if (released.has(original) || !original.isConnected || !isAllowed(original)) {
      early?.remove()
      return
    }
    let answer: Promise<void> | undefined
    released.add(original)
    const script = alive ? original : document.createElement('script')
    try {
      if (!alive) copyScript(original, script, policy)
      if (!alive) originals.set(script, original)
      released.add(script)
      const change = (): void => {
        const source = sourceOf(script)
        if (source && !script.src) setTrusted(script, 'src', source, policy)
        if (script.dataset.type) script.type = script.dataset.type
        else script.removeAttribute('type')
        // The browser's own queue: inline modules tell nobody when they have run. It is
        // left alone after a silence, because one that never answers blocks it for good.
        if (isDeferred(script) && !isAsync(script) && !isModuleQueueBlocked) script.async = false
        if (!isCode(script)) return
        if (source) answer = inFlight.wait(script, early?.since ?? performance.now(), !!early?.isThere())
        else {
          hasStarted(script)
          // There is no error event for inline code that the page's policy forbids.
          script.addEventListener('securitypolicyviolation', (cause) =>
            report('an inline script was blocked', cause),
          )
          if (isModule(script)) inFlight.trackInlineModule(script)
          // Firefox keeps no order for inline modules; without imports they have run by then.
          if (isModule(script) && !isAsync(script))
            answer = new Promise((go) => setTimeout(setTimeout, 0, go))
        }
      }
      if (alive) reinsert(script, change)
      else {
        change()
        original.after(script)
      }
      if (isCode(original)) for (const it of new Set([original, script])) markExecuted(it)
    } catch (cause) {
      report(`<script data-category="${original.dataset.category}"> could not be released`, cause)
    }
    const end = () => {
      early?.remove()
      // A data block has to stay where others look for it.
      if (!alive && isCode(script)) script.remove()
    }
    if (answer) return answer.then(end)
    end()
    return undefined
  }

  const onParsed = () => void deferred.drain()
  document.addEventListener('DOMContentLoaded', onParsed)

  return {
    assumeParserInserted: alreadyStarted.assumeParserInserted,
    add(scripts) {
      const added = [...scripts].filter(
        (script) => !classic.has(script) && !deferred.has(script) && !isIgnoredByBrowser(script),
      )
      const queued = added.filter((script) => !isAsync(script))
      for (const script of added) if (isAsync(script)) void release(script)
      classic.push(queued.filter((script) => !isDeferred(script)))
      deferred.push(queued.filter(isDeferred))
      void classic.drain()
      for (const script of added) {
        if (!(classic.has(script) || deferred.has(script)) || !sourceOf(script) || !isCode(script)) continue
        preloads.set(script, preload(script, isModule(script)))
      }
    },
    cancelPending: () => inFlight.cancelPending(isAllowed),
    isIdle: () => classic.isIdle() && deferred.isIdle(),
    stop() {
      inFlight.cancelPending((script) => executed.has(script))
      document.removeEventListener('DOMContentLoaded', onParsed)
      for (const { remove } of preloads.values()) remove()
      preloads.clear()
      classic.clear()
      deferred.clear()
    },
  }
}
