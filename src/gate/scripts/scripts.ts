import type { Report } from '../../api/plugin.js'
import { traceElement } from '../../browser/trace.js'
import type { TrustedPolicy } from '../../model/settings.js'
import type { GateMemory } from '../memory.js'
import { isSafeAddress } from '../safe-address.js'
import { findAll, isScript } from '../tagged-elements.js'
import { createAlreadyStarted } from './already-started.js'
import { isMarkedByRouter, isRepeat } from './executed-mark.js'
import { type Preload, preload } from './preload.js'
import { createQueue } from './queue.js'
import { createScriptRunner } from './run-script.js'
import { isAsync, isCode, isDeferred, isIgnoredByBrowser, isModule, sourceOf } from './script-type.js'

/** `true` in development builds; bundled away in the others with all that stands behind it. */
declare const __DEV__: boolean

export interface ScriptsOptions {
  /** The document and the shadow roots that are watched. */
  readonly roots: Iterable<ParentNode>
  readonly isAllowed: (script: HTMLElement) => boolean
  readonly report: Report
  readonly timeout: number
  readonly memory: GateMemory
  readonly policy: TrustedPolicy | undefined
  /** Code of a script has run: a withdrawal of its names reloads the page. */
  readonly markUsed: (script: HTMLElement) => void
  readonly onRelease: (script: HTMLScriptElement) => void
}

/**
 * Runs held scripts as the browser would have run them: classic ones in
 * document order, each waiting for those before it; then, once the document is
 * parsed, `defer` and modules in document order; `async` ones whenever they
 * come. The files of all are fetched in parallel.
 */
export interface Scripts {
  /** A script that the parser has most likely inserted. */
  assumeParserInserted(script: HTMLScriptElement): void
  /** Releases scripts: at once those with `async`, the others in document order. */
  add(scripts: Iterable<HTMLScriptElement>): void
  /** Cancels scripts whose files are loading and that are not allowed any more. */
  cancelPending(): void
  /** Whether no script waits for its turn. */
  isIdle(): boolean
  stop(): void
}

export function createScripts(options: ScriptsOptions): Scripts {
  const { roots, isAllowed, report, memory } = options
  const preloads = new Map<HTMLScriptElement, Preload>()
  /** Scripts with `async` that are asked about. */
  const starting = new Set<HTMLScriptElement>()
  /** Scripts whose equal had run when they came. */
  const repeats = new WeakSet<HTMLScriptElement>()
  const runner = createScriptRunner(options)
  const { canExecute, assumeParserInserted } = createAlreadyStarted(report)
  const classic = createQueue({ release, documentOrder, onIdle: () => void deferred.drain() })
  const deferred = createQueue({
    release,
    documentOrder,
    mayRun: () => classic.isIdle() && document.readyState !== 'loading',
  })

  function documentOrder(): ReadonlyMap<Element, number> {
    const all = [...roots].flatMap((root) => findAll(root).filter(isScript))
    return new Map(all.map((script, place) => [script, place]))
  }

  function release(
    script: HTMLScriptElement,
    behind: readonly HTMLScriptElement[] = [],
  ): Promise<void> | undefined {
    const isAlive = canExecute(script, behind)
    return typeof isAlive === 'boolean' ? run(script, isAlive) : isAlive.then((it) => run(script, it))
  }

  function run(script: HTMLScriptElement, isAlive: boolean): Promise<void> | undefined {
    const early = preloads.get(script)
    preloads.delete(script)
    starting.delete(script)
    const isWanted = !memory.released.has(script) && script.isConnected && isAllowed(script)
    // As with untagged scripts: clones and markup do not run again, elements that code makes do.
    const isOver = repeats.has(script) && (!isAlive || isMarkedByRouter(script))
    if (isWanted && !isOver) return runner.run(script, isAlive, early)
    if (isWanted) memory.released.add(script)
    early?.remove()
  }

  const isQueued = (script: HTMLScriptElement) => classic.has(script) || deferred.has(script)

  function preloadQueued(script: HTMLScriptElement): void {
    const source = sourceOf(script)
    if (!source || !isQueued(script) || !isCode(script) || repeats.has(script)) return
    if (isSafeAddress(script, 'src', source)) preloads.set(script, preload(script, isModule(script)))
  }

  const onParsed = () => void deferred.drain()
  addEventListener('DOMContentLoaded', onParsed)

  return {
    assumeParserInserted,
    add(scripts) {
      const added = [...scripts].filter(
        (script) => !isQueued(script) && !starting.has(script) && !isIgnoredByBrowser(script),
      )
      if (__DEV__) for (const script of added) traceElement(script, 'queued')
      for (const script of added) if (isRepeat(script, memory)) repeats.add(script)
      const queued = added.filter((script) => !isAsync(script))
      for (const script of added) {
        if (!isAsync(script)) continue
        starting.add(script)
        void release(script)
      }
      classic.push(queued.filter((script) => !isDeferred(script)))
      deferred.push(queued.filter(isDeferred))
      void classic.drain()
      added.forEach(preloadQueued)
    },
    cancelPending: () => runner.cancelPending(isAllowed),
    isIdle: () => classic.isIdle() && deferred.isIdle(),
    stop() {
      runner.cancelPending((script) => memory.executed.has(script))
      removeEventListener('DOMContentLoaded', onParsed)
      for (const { remove } of preloads.values()) remove()
      preloads.clear()
      classic.clear()
      deferred.clear()
    },
  }
}
